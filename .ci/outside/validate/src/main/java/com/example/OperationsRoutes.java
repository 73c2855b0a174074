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

import org.apache.camel.builder.RouteBuilder;

/** A call, a feed and a call with a list. */
public class OperationsRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:state").to("tencent-video:live/DescribeLiveStreamState?AppName=live&StreamName=lobby");

        from("aliyun-linkvisual:QueryDeviceEvent?forEach=IotId&forEachIn=camera-1,camera-2&delay=60000")
                .to("direct:event");

        from("direct:event").to("tencent-video:iotvideoindustry/DescribeDeviceList?DeviceTypes=2,3&paging=STREAM");
    }
}
