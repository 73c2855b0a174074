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

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where feeds with {@code offsetRepository=#offsets} store their positions. */
@ConfigurationProperties(prefix = "camel.video.offsets", ignoreUnknownFields = false)
public class OffsetsProperties {

    /** Kinds of repositories. */
    public enum Type {
        /** Files in a directory, for a single node. */
        FILE,
        /** Tables of the application's data source, for several nodes that take over from each other. */
        JDBC
    }

    /** Kind of the repository of positions, available as bean 'offsets'. By default there is none. */
    private Type type;

    /** Directory of the files. Required for type 'file'. */
    private String directory;

    /** Whether to create missing tables at the start. Only for type 'jdbc'. */
    private boolean createTable;

    public Type getType() {
        return type;
    }

    public void setType(Type type) {
        this.type = type;
    }

    public String getDirectory() {
        return directory;
    }

    public void setDirectory(String directory) {
        this.directory = directory;
    }

    public boolean isCreateTable() {
        return createTable;
    }

    public void setCreateTable(boolean createTable) {
        this.createTable = createTable;
    }
}
