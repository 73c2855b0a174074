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

import org.apache.camel.builder.RouteBuilder;

/** The routes of docs/calls.md. */
final class CallRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // region parameters
        from("direct:left")
                .setHeader("CamelTencentVideoParameters", simple("${map(DeviceId,${body})}"))
                .setBody(simple("${null}"))
                .to("tencent-video:iotvideoindustry/ControlDevicePTZ?Command=left");

        from("direct:group")
                // the body, a map or JSON, holds the parameters
                .to("tencent-video:iotvideoindustry/CreateDeviceGroup?ParentId=0");
        // end

        // region paging
        from("direct:cameras")
                .to("tencent-video:iotvideoindustry/DescribeDeviceList?DeviceTypes=2,3&paging=STREAM")
                .split(body())
                .streaming()
                .to("jms:queue:cameras");
        // end

        // region output
        from("direct:warnings")
                .to("tencent-video:iotvideoindustry/DescribeWarnings?OrderType=1&Limit=5&outputType=String")
                .log("${header.CamelTencentVideoTotalCount} in all, request ${header.CamelTencentVideoRequestId}");
        // end

        // region structured
        from("direct:template")
                .to("tencent-video:iotvideoindustry/CreateTimeTemplate?Name=nights&IsAllWeek=0"
                        + "&TimeTemplateSpecs=RAW([{\"DayofWeek\":1,\"BeginTime\":\"22:00\",\"EndTime\":\"23:59\"}])");
        // end
    }
}
