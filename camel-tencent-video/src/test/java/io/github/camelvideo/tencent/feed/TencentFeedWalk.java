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
package io.github.camelvideo.tencent.feed;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.lint.walk.FeedWalkCase;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;

/** The walk over the feeds of Tencent Cloud. */
abstract class TencentFeedWalk extends FeedWalkCase {

    TencentFeedWalk() {
        super("tencent-video", HeaderNames.withPrefix("CamelTencentVideo"));
    }

    @Override
    protected VideoComponent newComponent() {
        TencentVideoComponent component = new TencentVideoComponent();
        TencentVideoConfiguration configuration = component.getConfiguration();
        configuration.setSecretId(VideoCloudSimulator.SECRET_ID);
        configuration.setSecretKey(VideoCloudSimulator.SECRET_KEY);
        configuration.setAppId(VideoCloudSimulator.APP_ID);
        configuration.setApiKey(VideoCloudSimulator.API_KEY);
        return component;
    }

    @Override
    protected String path(String api, String action) {
        return api + "/" + action;
    }
}
