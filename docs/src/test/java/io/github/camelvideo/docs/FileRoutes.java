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

/** The routes of docs/calls.md that move files. */
final class FileRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // region files
        from("file:{{data}}/inbox?include=.*[.]xlsx")
                .toD("tencent-video:iss/ImportDevices?JobId=${uuid}&AccessProtocol=2&OrganizationId=1");

        from("direct:export")
                .streamCache("false")
                .to("tencent-video:iss/ExportDevices?OrganizationId=1&IsContainSubLevel=true")
                .to("file:{{data}}/exports");
        // end
    }
}
