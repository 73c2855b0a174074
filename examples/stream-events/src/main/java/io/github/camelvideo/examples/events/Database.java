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
package io.github.camelvideo.examples.events;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** Gives the routes the database of the settings, with the tables in it. Camel Main makes it. */
public final class Database extends ServiceSupport implements CamelConfiguration {

    private static final int CONNECTIONS = 4;

    /** A commit is on disk when it returns, and not half a second later: the feed's position moves then. */
    private static final String EMBEDDED_OPTIONS = ";WRITE_DELAY=0";

    private HikariDataSource pool;

    @Override
    public void configure(CamelContext context) throws Exception {
        pool = new HikariDataSource(settings(context));
        // stopped with Camel, after the routes
        context.addService(this);
        createTables(context);
        context.getRegistry().bind("database", pool);
    }

    private static HikariConfig settings(CamelContext context) {
        String url = setting(context, "db.url");
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("stream-events");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setJdbcUrl(url.equals("embedded") ? embedded(Path.of(setting(context, "data.dir"))) : url);
        if (!setting(context, "db.user").isEmpty()) {
            settings.setUsername(setting(context, "db.user"));
            settings.setPassword(setting(context, "db.password"));
        }
        return settings;
    }

    /** URL of the embedded database in a folder. */
    static String embedded(Path directory) {
        return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("stream-events") + EMBEDDED_OPTIONS;
    }

    private void createTables(CamelContext context) throws SQLException, IOException {
        try (InputStream tables = ResourceHelper.resolveMandatoryResourceAsInputStream(context, "sql/tables.sql");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String setting(CamelContext context, String key) {
        return context.resolvePropertyPlaceholders("{{" + key + ":}}").trim();
    }

    @Override
    protected void doStop() {
        pool.close();
    }
}
