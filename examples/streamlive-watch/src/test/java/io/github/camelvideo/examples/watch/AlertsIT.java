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
package io.github.camelvideo.examples.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are, each for what they promise. */
class AlertsIT {

    @TempDir
    Path directory;

    private DemoCloud cloud;
    private Chat chat;
    private Map<String, String> settings;
    private Routes routes;

    @BeforeEach
    void prepare() throws Exception {
        cloud = new DemoCloud();
        chat = new Chat();
        settings = Demo.settings(cloud, chat, directory);
        cloud.addChannel("Evening news");
    }

    @AfterEach
    void end() {
        routes.close();
        chat.close();
        cloud.close();
    }

    @Test
    void anAlertIsToldWhenItIsRaisedAndWhenItIsCleared() throws Exception {
        start();
        cloud.raise(1);
        awaitMessages(1);
        Map<String, Ticket> open = tickets();
        cloud.clearAll();
        awaitMessages(2);

        String ticket = open.keySet().iterator().next();
        assertThat(chat.texts().get(0))
                .matches("RAISED " + ticket
                        + " at 20[-0-9]+T[:0-9]+Z: No Video Data, alert 1 \\(channel \\w+, Pipeline1\\)");
        assertThat(chat.texts().get(1))
                .matches("CLEARED " + ticket + " at 20[-0-9]+T[:0-9]+Z: No Video Data, alert 1 .*");
        assertThat(open.get(ticket).isOpen()).isTrue();
        assertThat(tickets()).hasSize(1);
        assertThat(tickets().get(ticket).isOpen()).isFalse();
    }

    @Test
    void anAlertThatWasRaisedAndClearedUnseenIsOneMessage() throws Exception {
        cloud.raise(1);
        cloud.clearAll();

        start();

        awaitMessages(1);
        awaitMoreLooks();
        assertThat(chat.texts()).singleElement().asString().startsWith("OVER ");
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void aMessageThatTheChatRefusesComesAgain() throws Exception {
        start();
        chat.refuse(3);
        cloud.raise(2);
        await().atMost(Duration.ofSeconds(30)).until(chat::isBack);
        cloud.clearAll();

        awaitEverything();
        awaitMoreLooks();
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void theAddressOfTheWebhookIsNotInTheLogWhenTheChatRefuses() throws Exception {
        start();
        chat.refuse(1);
        cloud.raise(1);
        awaitMessages(1);

        String log = Files.readString(Path.of("target/test.log"));
        assertThat(log).contains("The chat answers with status 503").doesNotContain(chat.url());
    }

    @Test
    void aChannelThatIsAddedIsWatchedToo() throws Exception {
        start();
        cloud.raise(1);
        awaitMessages(1);

        String added = cloud.addChannel("Match day");
        cloud.raise(2);

        awaitEverything();
        assertThat(chat.texts()).anyMatch(text -> text.contains(added));
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        start();
        cloud.raise(3);
        awaitMessages(3);
        routes.close();
        cloud.clear(2);
        cloud.raise(1);

        start();

        awaitEverything();
        awaitMoreLooks();
        assertThat(chat.texts()).hasSize(6);
        assertThat(summary().isGood()).isTrue();
    }

    private void start() throws Exception {
        routes = new Routes(settings);
    }

    private void awaitMessages(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> chat.texts().size() >= count);
    }

    private void awaitEverything() {
        await().atMost(Duration.ofSeconds(30)).until(() -> summary().lost() == 0);
    }

    private void awaitMoreLooks() {
        int before = cloud.looks();
        await().atMost(Duration.ofSeconds(30)).until(() -> cloud.looks() >= before + 3 * cloud.channels());
    }

    private Map<String, Ticket> tickets() throws Exception {
        return Ticket.in(directory.resolve("tickets"));
    }

    private Summary summary() throws Exception {
        return Summary.of(cloud.alerts(), chat.texts(), tickets());
    }
}
