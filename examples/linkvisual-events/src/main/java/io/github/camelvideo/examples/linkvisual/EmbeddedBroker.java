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
package io.github.camelvideo.examples.linkvisual;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * An Artemis broker inside this process, its messages on disk.
 *
 * <p>A message is in the journal before its sender goes on: the position of a device moves when the broker has the event, and a process
 * killed right then must find it again.
 */
final class EmbeddedBroker implements AutoCloseable {

    /** Where clients in this process find it. */
    static final String URL = "vm://0";

    private static final int JOURNAL_FILE_SIZE = 1024 * 1024;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    private EmbeddedBroker(Path directory) throws Exception {
        server.setConfiguration(configuration(directory));
        server.start();
    }

    /** Starts with the messages found in the directory, which is made where it is missing. */
    static EmbeddedBroker start(Path directory) throws Exception {
        return new EmbeddedBroker(directory);
    }

    private static Configuration configuration(Path directory) throws Exception {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                // needs no native library
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE_SIZE)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                // otherwise a disk that is nearly full stops the example without a word
                .setMaxDiskUsage(-1)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("inside", URL);
    }

    /** Where clients in this process find it. */
    String url() {
        return URL;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker cannot be stopped", e);
        }
    }
}
