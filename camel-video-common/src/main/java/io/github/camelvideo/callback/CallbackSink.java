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
package io.github.camelvideo.callback;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes the events of callbacks. Called by threads of the HTTP server, several at a time. */
public interface CallbackSink {

    /**
     * Takes the events of one request together.
     *
     * @param events at least one
     * @return completed when the request can be answered; the vendor waits some 20 s
     */
    CompletionStage<CallbackAnswer> receive(List<CallbackEvent> events);
}
