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
package io.github.camelvideo.examples.tickets;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The pool of connections to the embedded database or to a real one. */
final class Database {

    private static final int CONNECTIONS = 4;

    /**
     * Two things a killed process depends on. A commit is on disk when it returns and not half a second later; and nobody but us
     * closes the database when the process ends, so that the summary can still be read.
     */
    private static final String EMBEDDED_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private Database() {}

    static HikariDataSource open(Settings settings) {
        boolean embedded = settings.isEmbedded("db.url");
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("tickets");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setJdbcUrl(
                embedded
                        ? "jdbc:h2:file:" + settings.directory().resolve("tickets") + EMBEDDED_OPTIONS
                        : settings.text("db.url"));
        if (!settings.text("db.user").isEmpty()) {
            pool.setUsername(settings.text("db.user"));
            pool.setPassword(settings.text("db.password"));
        }
        return new HikariDataSource(pool);
    }
}
