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
package io.github.camelvideo.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The places where a position may be kept. Classes by name, because they may be elsewhere in another build. */
final class Positions implements AutoCloseable {

    /** The folder of Maven's own output, where it is removed with it: a real disk, which a temporary folder need not be. */
    private static final Path FOLDER = Path.of(Settings.text("folder", "benchmarks/target/positions"));

    /** The bean, or null for a position in memory only. */
    final Object bean;

    private final HikariDataSource database;

    private Positions(Object bean, HikariDataSource database) {
        this.bean = bean;
        this.database = database;
    }

    /** @param place {@code memory}, {@code file}, {@code h2}, or the JDBC URL of a database */
    static Positions open(String place) throws Exception {
        if (place.equals("memory")) {
            return new Positions(null, null);
        }
        empty(FOLDER);
        if (place.equals("file")) {
            return new Positions(
                    type("FileOffsetRepository").getConstructor(String.class).newInstance(FOLDER.toString()), null);
        }
        HikariDataSource database = new HikariDataSource();
        // without WRITE_DELAY=0 a commit of H2 is not on the disk
        database.setJdbcUrl(
                place.equals("h2")
                        ? "jdbc:h2:file:" + FOLDER.toAbsolutePath().resolve("positions") + ";WRITE_DELAY=0"
                        : place);
        Class<?> type = type("JdbcOffsetRepository");
        Object bean = type.getConstructor(DataSource.class).newInstance(database);
        type.getMethod("setCreateTable", boolean.class).invoke(bean, true);
        return new Positions(bean, database);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        try {
            return Class.forName("io.github.camelvideo.feed." + name);
        } catch (ClassNotFoundException e) {
            return Class.forName("io.github.camelvideo.feed.position." + name);
        }
    }

    /** The option that uses it. */
    String option() {
        return bean == null ? "" : "&offsetRepository=#offsets";
    }

    /** Bytes that all of it takes on the disk. */
    static long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
