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
package io.github.camelvideo.endpointdsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tools.task.BuildersTask;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builders of an API that a user brings, whatever its names and texts are. */
class ImportedApiTest {

    @TempDir
    private Path folder;

    @Test
    void itsBuildersCompileAndWorkLikeTheBuiltInOnes() throws Exception {
        Path catalog = folder.resolve("catalogs/cinema-2.json");
        Files.createDirectories(catalog.getParent());
        Files.copy(Path.of(ImportedApiTest.class.getResource("/cinema.json").toURI()), catalog);

        BuildersTask.Result result =
                BuildersTask.api("cinema-2", "file:" + catalog.getParent(), "com.example", folder.resolve("src"));

        assertThat(result.file()).isEqualTo(folder.resolve("src/com/example/Cinema2.java"));
        assertThat(compile(result.file())).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
            Class<?> cinema = loader.loadClass("com.example.Cinema2");
            Object entry = cinema.getMethod("cinema2").invoke(null);
            Object halls = cinema.getMethod("describeHalls").invoke(entry);
            set(halls, "limit", long.class, 20L);
            set(halls, "defaultParameter", boolean.class, true);
            set(halls, "classParameter", String.class, "third");
            set(halls, "string", List.class, List.of("a", "b"));
            set(halls, "maxRetries", int.class, 1);
            set(halls, "doorPassword", String.class, "canary");

            assertThat(((VideoEndpointBuilder<?>) halls).getRawUri())
                    .isEqualTo("tencent-video:cinema-2/DescribeHalls?Limit=20&default=true&Class=third&String=a,b"
                            + "&maxRetries=1&DoorPassword=canary");
            assertThat(halls.toString()).endsWith("&DoorPassword=xxxxxx");
            assertThat(cinema.getMethod("getClassAction").invoke(entry).toString())
                    .isEqualTo("tencent-video:cinema-2/getClass");
            assertThat(cinema.getMethod("cinema2Action").invoke(entry).toString())
                    .isEqualTo("tencent-video:cinema-2/Cinema2");
        }
    }

    private static void set(Object builder, String method, Class<?> type, Object value) throws Exception {
        builder.getClass().getMethod(method, type).invoke(builder, value);
    }

    /** What the compiler has to say, with all warnings and with those of the documentation. */
    private String compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Files.createDirectories(folder.resolve("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:all,-classfile,-path,-options",
                                    "-Xdoclint:all,-missing",
                                    "-d",
                                    folder.resolve("classes").toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        return messages.toString();
    }
}
