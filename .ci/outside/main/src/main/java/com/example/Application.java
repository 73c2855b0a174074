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
package com.example;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Calls an action of each component once, against the simulator, and ends. */
public final class Application {

    private Application() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        try (VideoCloudSimulator cloud = VideoCloudSimulator.builder().start()) {
            main.addInitialProperty("camel.component.tencent-video.endpoint-url", cloud.url());
            main.addInitialProperty("camel.component.tencent-video.secret-id", VideoCloudSimulator.SECRET_ID);
            main.addInitialProperty("camel.component.tencent-video.secret-key", VideoCloudSimulator.SECRET_KEY);
            main.addInitialProperty("camel.component.aliyun-linkvisual.endpoint-url", cloud.url());
            main.addInitialProperty("camel.component.aliyun-linkvisual.access-key-id", VideoCloudSimulator.SECRET_ID);
            main.addInitialProperty(
                    "camel.component.aliyun-linkvisual.access-key-secret", VideoCloudSimulator.SECRET_KEY);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:tencent").to("tencent-video:iotvideoindustry/DescribeWarnMod");
                    from("direct:aliyun").to("aliyun-linkvisual:QueryTimeTemplate");
                }
            });
            main.start();
            ProducerTemplate calls = main.getCamelContext().createProducerTemplate();
            System.out.println("tencent-video: " + calls.requestBody("direct:tencent", Map.of()));
            System.out.println("aliyun-linkvisual: " + calls.requestBody("direct:aliyun", Map.of()));
        } finally {
            main.stop();
        }
    }
}
