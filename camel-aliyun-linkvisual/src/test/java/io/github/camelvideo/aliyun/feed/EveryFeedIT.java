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
package io.github.camelvideo.aliyun.feed;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualConfiguration;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.lint.walk.FeedWalkCase;
import io.github.camelvideo.simulator.VideoCloudSimulator;

/** The walk over the feeds of Link Visual. */
class EveryFeedIT extends FeedWalkCase {

    EveryFeedIT() {
        super("aliyun-linkvisual", HeaderNames.withPrefix("CamelAliyunLinkVisual"));
    }

    @Override
    protected VideoComponent newComponent() {
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        AliyunLinkVisualConfiguration configuration = component.getConfiguration();
        configuration.setAccessKeyId(VideoCloudSimulator.SECRET_ID);
        configuration.setAccessKeySecret(VideoCloudSimulator.SECRET_KEY);
        return component;
    }

    @Override
    protected String path(String api, String action) {
        return action;
    }
}
