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
package io.github.camelvideo.examples.springboot;

import java.util.Map;
import org.apache.camel.Body;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code alarm}, with a row for each. */
@Component
class AlarmTable {

    private final JdbcTemplate database;

    AlarmTable(JdbcTemplate database) {
        this.database = database;
    }

    /** Adds an alarm. After a crash, the last ones may come again: they are counted and change nothing else. */
    void store(@Body Map<String, Object> alarm) {
        Object id = alarm.get("Id");
        int known = database.update("update alarm set deliveries = deliveries + 1 where id = ?", id);
        if (known == 0) {
            database.update(
                    "insert into alarm (id, device, level, raised, deliveries) values (?, ?, ?, ?, 1)",
                    id,
                    alarm.get("DeviceName"),
                    alarm.get("WarnLevelName"),
                    alarm.get("CreateTime"));
        }
    }

    int rows() {
        return database.queryForObject("select count(*) from alarm", Integer.class);
    }

    /** Deliveries beyond the first ones. */
    int repeated() {
        return database.queryForObject("select coalesce(sum(deliveries - 1), 0) from alarm", Integer.class);
    }
}
