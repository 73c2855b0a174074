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

import io.github.camelvideo.simulator.VideoCloudSimulator;

/** A component that calls a simulator, also one of another process. */
public final class SimulatedComponent {

    private SimulatedComponent() {}

    /** With the keys a simulator has by itself, and as many calls as it can make. */
    public static TencentVideoComponent at(String url) {
        TencentVideoComponent component = new TencentVideoComponent();
        TencentVideoConfiguration configuration = component.getConfiguration();
        configuration.setSecretId(VideoCloudSimulator.SECRET_ID);
        configuration.setSecretKey(VideoCloudSimulator.SECRET_KEY);
        configuration.setEndpointUrl(url);
        configuration.setRateLimit(0);
        return component;
    }
}
