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

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.protocol.TransportException;
import org.apache.camel.builder.RouteBuilder;

/** The routes of docs/errors.md. */
final class ErrorRoutes {

    private ErrorRoutes() {}

    static final class ByKind extends RouteBuilder {
        @Override
        public void configure() {
            // region kinds
            onException(CredentialsRefusedException.class).handled(true).to("jms:queue:call-an-operator");

            onException(ApiException.class)
                    .onWhen(simple("${exception.retryable}"))
                    .handled(true)
                    .to("jms:queue:later");

            onException(ApiException.class)
                    .onWhen(simple("${exception.code} startsWith 'ResourceNotFound'"))
                    .handled(true)
                    .setBody(constant("no such device"));

            from("direct:device").to("tencent-video:iotvideoindustry/DescribeDevice");
            // end
        }
    }

    static final class UncertainChange extends RouteBuilder {
        @Override
        public void configure() {
            // region uncertain
            onException(TransportException.class)
                    .onWhen(simple("${exception.sent}"))
                    .handled(true)
                    .to("jms:queue:perhaps-done");

            from("direct:group").to("tencent-video:iotvideoindustry/CreateDeviceGroup?ParentId=0");
            // end
        }
    }
}
