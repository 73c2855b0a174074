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

import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualConfiguration;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The components, with the options of {@code application.properties}, and where feeds store their positions. */
// region components
@Configuration
class VideoComponents {

    @Bean
    @ConfigurationProperties(prefix = "camel.component.tencent-video", ignoreUnknownFields = false)
    TencentVideoConfiguration tencentVideoConfiguration() {
        return new TencentVideoConfiguration();
    }

    @Bean("tencent-video")
    TencentVideoComponent tencentVideo(TencentVideoConfiguration configuration) {
        TencentVideoComponent component = new TencentVideoComponent();
        component.setConfiguration(configuration);
        return component;
    }

    @Bean
    @ConfigurationProperties(prefix = "camel.component.aliyun-linkvisual", ignoreUnknownFields = false)
    AliyunLinkVisualConfiguration aliyunLinkVisualConfiguration() {
        return new AliyunLinkVisualConfiguration();
    }

    @Bean("aliyun-linkvisual")
    AliyunLinkVisualComponent aliyunLinkVisual(AliyunLinkVisualConfiguration configuration) {
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        component.setConfiguration(configuration);
        return component;
    }

    @Bean
    FileOffsetRepository offsets(@Value("${offsets.directory}") String directory) {
        return new FileOffsetRepository(directory);
    }
}
// end
