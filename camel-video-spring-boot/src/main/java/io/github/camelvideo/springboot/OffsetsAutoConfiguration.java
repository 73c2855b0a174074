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
package io.github.camelvideo.springboot;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;

/** The bean {@code offsets}, unless the application has its own. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            // of Spring Boot 4
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@EnableConfigurationProperties(OffsetsProperties.class)
public class OffsetsAutoConfiguration {

    private static final String BEAN = "offsets";

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    @ConditionalOnProperty(name = "camel.video.offsets.type", havingValue = "file")
    FileOffsetRepository fileOffsets(OffsetsProperties properties) {
        if (properties.getDirectory() == null || properties.getDirectory().isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    "camel.video.offsets.directory", properties.getDirectory(), "Type 'file' requires a directory.");
        }
        return new FileOffsetRepository(properties.getDirectory());
    }

    /** @param dataSource the only or the primary one of the application */
    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    @ConditionalOnProperty(name = "camel.video.offsets.type", havingValue = "jdbc")
    JdbcOffsetRepository jdbcOffsets(OffsetsProperties properties, DataSource dataSource) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(dataSource);
        repository.setCreateTable(properties.isCreateTable());
        return repository;
    }
}
