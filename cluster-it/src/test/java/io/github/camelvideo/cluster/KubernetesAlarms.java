/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.cluster;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;

/** The route that the documentation shows: one pod of several polls, by a lease of Kubernetes. */
final class KubernetesAlarms extends RouteBuilder {

    @Override
    public void configure() throws Exception {
        // region kubernetes
        KubernetesClusterService cluster = new KubernetesClusterService();
        cluster.setClusterLabels(Map.of("app", "alarms"));
        getContext().addService(cluster);

        from("master:alarms:tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H"
                        + "&offsetRepository=#offsets&lagAlarm=5m&delay={{alarms.delay}}")
                .routeId("alarms")
                .to("direct:ticket");
        // end
    }
}
