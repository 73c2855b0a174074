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
package io.github.camelvideo.feed.position;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The connection that Spring has bound to the transaction of the calling thread. The one class that needs spring-jdbc, which an application
 * may do without; loaded only where it is there.
 */
final class SpringConnections {

    private static final boolean PRESENT = isOnTheClassPath();

    private SpringConnections() {}

    /** Names the class by its text, so that nothing of Spring is linked before. */
    private static boolean isOnTheClassPath() {
        try {
            Class.forName(
                    "org.springframework.jdbc.datasource.DataSourceUtils",
                    false,
                    SpringConnections.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    static boolean isPresent() {
        return PRESENT;
    }

    /** The connection of the transaction; a new one where there is no transaction, or it is of another data source. */
    static Connection get(DataSource dataSource) {
        return DataSourceUtils.getConnection(dataSource);
    }

    /** Gives the connection back; it is closed only where it is not that of a transaction. */
    static void release(Connection connection, DataSource dataSource) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }
}
