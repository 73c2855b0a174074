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
package io.github.camelvideo.docs;

// region imports
import static io.github.camelvideo.endpointdsl.aliyun.Linkvisual.linkvisual;
import static io.github.camelvideo.endpointdsl.tencent.Iotvideoindustry.iotvideoindustry;

import io.github.camelvideo.endpointdsl.tencent.Iotvideoindustry.Command;
import io.github.camelvideo.paging.PagingMode;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

// end

/** The routes of docs/typed-builders.md. */
final class BuilderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // region routes
        from(iotvideoindustry().describeWarnings().startFrom("PT1H").delay(1000).offsetRepository("#offsets"))
                .marshal()
                .json()
                .to("jms:queue:alarms");

        from("direct:cameras")
                .to(iotvideoindustry()
                        .describeDeviceList()
                        .deviceTypes(List.of(2, 3))
                        .limit(20)
                        .paging(PagingMode.STREAM))
                .split(body())
                .to("jms:queue:cameras");

        from("direct:turn")
                .setHeader("channel", body())
                .setBody(simple("${null}"))
                .toD(iotvideoindustry()
                        .controlChannelPTZ()
                        .deviceId("{{device}}")
                        .channelId("${header.channel}")
                        .command(Command.LEFT));

        from(linkvisual()
                        .queryDeviceEvent()
                        .forEach("IotId")
                        .forEachIn("{{cameras}}")
                        .startFrom("PT1H")
                        .delay(1000))
                .to("jms:queue:events");
        // end
    }
}
