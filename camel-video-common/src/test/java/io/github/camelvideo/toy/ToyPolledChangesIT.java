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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.LogLines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A consumer that repeats a change at each poll, which is seldom meant. */
class ToyPolledChangesIT extends ToyVideoTestSupport {

    @Test
    void aPolledChangeIsWarnedOfOnceWithTheRemedy() throws Exception {
        cloud.camera("c1", "gate");

        assertThat(warnings("RenameCamera?mode=RESPONSE&CameraId=c1&Name=door", "RenameCamera"))
                .containsExactly(
                        "toy-video:RenameCamera: mode=RESPONSE repeats this action with every poll, and the action changes"
                                + " something at the vendor. To execute it once for each message, call it with"
                                + " to(\"toy-video:RenameCamera\") instead.");
    }

    @Test
    void anActionThatTheCatalogDoesNotKnowMayBeAChange() throws Exception {
        assertThat(warnings("RebootCamera?mode=RESPONSE&validation=LENIENT", "RebootCamera"))
                .singleElement()
                .asString()
                .contains("is not in the catalog, so it may change something", "to(\"toy-video:RebootCamera\")");
    }

    @Test
    void aPolledListIsNotWarnedOf() throws Exception {
        assertThat(warnings("ListCameras?mode=RESPONSE", "ListCameras")).isEmpty();
    }

    @Test
    void aChangeThatIsConsumedAsAFeedIsNotSentToTheModeThatRepeatsIt() {
        assertThatThrownBy(() -> consume("RenameCamera?CameraId=c1&Name=door"))
                .hasRootCauseMessage("toy-video:RenameCamera: this action cannot be consumed as a feed. Call it with"
                        + " to(\"toy-video:RenameCamera\"), or consume a feed of this API: ListCameras, ListAlarms,"
                        + " ListLenses, ListViewers, ListRecordings.");
    }

    /** Those about the mode, after several polls. */
    private List<String> warnings(String uri, String action) throws Exception {
        try (LogLines log = new LogLines()) {
            consume(uri);
            await().until(() -> cloud.calls(action).size() > 2);
            return log.warnings("mode=RESPONSE");
        }
    }
}
