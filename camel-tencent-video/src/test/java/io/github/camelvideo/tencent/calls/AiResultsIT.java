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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.simulator.world.Iss;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results of an AI task come in a list for each type, and in pages that count calls of the recognition. */
class AiResultsIT extends Calling {

    private static final String RESULTS =
            "tencent-video:iss/GetAITaskResult?TaskId=task&ChannelId=channel&PageSize=2&paging=";

    @BeforeEach
    void recognize() {
        Iss platform = cloud().world().iss();
        cloud().world()
                .records("iss/ai-task")
                .save("task", JsonNodeFactory.instance.objectNode().put("TaskId", "task"));
        for (int i = 1; i <= 5; i++) {
            platform.addAiResult(
                    "task", "channel", i == 3 ? "Car" : "Pet", CLOCK.instant().minusSeconds(i));
        }
    }

    @Test
    void allPagesAreOneListWhoseItemsSayTheirType() {
        Exchange exchange = template.send(RESULTS + "ALL", (Exchange sent) -> {});

        assertThat(exchange.getException()).isNull();
        List<?> results = exchange.getMessage().getBody(List.class);
        assertThat(results.stream().map(result -> (Map<?, ?>) result))
                .extracting(result -> tuple(result.get("resultType"), result.containsKey("CarInfo")))
                .containsExactly(
                        tuple("Pet", false),
                        tuple("Pet", false),
                        tuple("Pet", false),
                        tuple("Car", true),
                        tuple("Pet", false));
    }

    @Test
    void oneCallIsTheAnswerAsItStands() {
        Exchange exchange = template.send(RESULTS + "ONE", (Exchange sent) -> {});

        Map<?, ?> results = exchange.getMessage().getBody(Map.class);
        assertThat(results.get("AIResultCount")).isEqualTo(5);
    }
}
