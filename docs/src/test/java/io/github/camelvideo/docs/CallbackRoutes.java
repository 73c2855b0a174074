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

/** The routes of docs/callbacks.md. */
final class CallbackRoutes {

    private CallbackRoutes() {}

    static final class PushAndPoll extends RouteBuilder {
        @Override
        public void configure() {
            // region feed
            from("tencent-video:live/DescribeLiveStreamEventList?startFrom=PT1H&delay=60000"
                            + "&callback=/live/events&callbackKey=RAW({{callback.key}})&offsetRepository=#offsets")
                    .choice()
                    .when(header("CamelTencentVideoEvent").isEqualTo("stream-started"))
                    .to("bean:tickets?method=open")
                    .when(header("CamelTencentVideoEvent").isEqualTo("stream-ended"))
                    .to("bean:tickets?method=close");
            // end
        }
    }

    static final class Alone extends RouteBuilder {
        @Override
        public void configure() {
            // region alone
            from("tencent-video:live/callback?callback=/live/events&callbackKey=RAW({{callback.key}})"
                            + "&offsetRepository=#offsets")
                    .to("jms:queue:live-events");
            // end
        }
    }

    static final class Registered extends RouteBuilder {
        @Override
        public void configure() {
            // region register
            from("tencent-video:live/callback?callback=/live/events&callbackKey=RAW({{callback.key}})"
                            + "&autoRegister=true&callbackUrl=RAW({{callback.url}})"
                            + "&registerFor=push.example.com,push.example.com/tv&offsetRepository=#offsets")
                    .to("jms:queue:live-events");
            // end
        }
    }

    static final class StoreOnly extends RouteBuilder {
        @Override
        public void configure() {
            // region store
            from("tencent-video:live/callback?storeOnly=true&callback=/live/events&callbackKey=RAW({{callback.key}})"
                            + "&offsetRepository=#offsets&offsetKey=live-events")
                    .log("not reached: another node delivers");
            // end
        }
    }
}
