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
package io.github.camelvideo.tencent;

import io.github.camelvideo.monitor.VideoSpanDecorator;

/** Spans of this component in camel-telemetry, which finds it as a service. */
public final class TencentVideoSpanDecorator extends VideoSpanDecorator {

    public TencentVideoSpanDecorator() {
        super("tencent-video", TencentVideoComponent.class, TencentVideoComponent.HEADERS);
    }
}
