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
package io.github.camelvideo.docs;

import static java.util.Map.entry;

import java.util.Map;

/** The commands that the documents show. */
final class Commands {

    /**
     * What proves that a command works.
     *
     * @param file the file that runs it
     * @param words what that file says, so that the proof is not one of another command
     */
    record Proof(String file, String words) {}

    /** Of the application that .ci/run builds. */
    private static final String CLASS_PATH =
            " -cp \"target/application.jar:$(cat target/classpath.txt)\" com.example.Application";

    private static final String CATALOG_TOOLS = "java -jar catalog-tools.jar ";

    static final Map<String, Proof> PROVEN_BY = Map.ofEntries(
            // .ci/run calls it, with a small world
            entry(
                    "mvn -q -pl examples/alarm-tickets -am compile exec:java",
                    new Proof("examples/alarm-tickets/run", "-q -pl examples/alarm-tickets -am compile exec:java")),
            // with the profile behind the module
            entry(
                    "mvn -q -Pkafka -pl examples/kafka-alarms -am compile exec:java",
                    new Proof(".ci/run", "example examples/kafka-alarms ")),
            entry("mvn verify", new Proof(".ci/run", "\"${maven[@]}\" verify")),
            // with another class path
            entry(
                    "java -cp 'lib/*' io.github.camelvideo.feed.position.PositionsCommand --help",
                    new Proof(
                            "camel-video-common/src/test/java/io/github/camelvideo/feed/position/PositionsCommandTest.java",
                            "PositionsCommand.class.getName(), \"--help\"")),
            positions("list alarms --directory data/offsets", "RunbookNodesIT"),
            positions("rewind alarms --to 2026-01-31T08:00:00Z --directory data/offsets", "RunbookNodesIT"),
            // with another database
            positions(
                    "copy alarms --directory data/offsets --to-jdbc-url jdbc:postgresql://db.example.com/camel --to-user camel",
                    "RunbookNodesIT"),
            positions("delete alarms-replay --directory data/offsets", "RunbookIT"),
            entry(
                    "mvn package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt",
                    new Proof(".ci/run", "package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt")),
            entry(
                    "java -XX:ArchiveClassesAtExit=target/application.jsa" + CLASS_PATH,
                    new Proof(".ci/run", "-XX:ArchiveClassesAtExit=target/application.jsa")),
            entry(
                    "java -XX:SharedArchiveFile=target/application.jsa" + CLASS_PATH,
                    new Proof(".ci/run", "-XX:SharedArchiveFile=target/application.jsa")),
            entry(
                    CATALOG_TOOLS + "import trtc/api.json --out catalogs",
                    new Proof(".ci/run", "tool import trtc/api.json --out catalogs")),
            entry(CATALOG_TOOLS + "check catalogs", new Proof(".ci/run", "tool check catalogs")),
            entry(
                    CATALOG_TOOLS + "diff catalogs/trtc.json trtc/api.json",
                    new Proof(".ci/run", "tool diff catalogs/trtc.json trtc/api.json")),
            entry(
                    Project.UPDATE,
                    new Proof("docs/src/test/java/io/github/camelvideo/docs/DocumentsTest.java", "docs.update")),
            // with a free port
            entry(
                    "java -jar video-cloud-simulator/target/video-cloud-simulator-0.1.0-SNAPSHOT-standalone.jar --port=8080",
                    new Proof(".ci/run", "video-cloud-simulator-$version-standalone.jar\" --port=0")),
            entry(
                    "curl -X POST http://127.0.0.1:8080/simulator/alarms",
                    new Proof(".ci/run", "curl -X POST \"$url/simulator/alarms\"")),
            entry("mvn compile exec:java", new Proof(".ci/run", "\"${maven[@]}\" compile exec:java")),
            // of some modules
            entry("mvn install -DskipTests", new Proof(".ci/run", "install -DskipTests")),
            entry("mvn -Pquarkus install -DskipTests", new Proof(".ci/run", "-Pquarkus install -DskipTests")));

    private static Map.Entry<String, Proof> positions(String arguments, String test) {
        return entry(
                "java -cp 'lib/*' io.github.camelvideo.feed.position.PositionsCommand " + arguments,
                new Proof("docs/src/test/java/io/github/camelvideo/docs/" + test + ".java", arguments));
    }

    private Commands() {}
}
