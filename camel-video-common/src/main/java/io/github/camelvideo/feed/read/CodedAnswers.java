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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiException;

/**
 * Takes error codes by which the vendor says that there is nothing to list, or that a thing is in a state, for the answers they are. Which
 * codes these are is data. For any thread.
 */
public final class CodedAnswers implements PageReader {

    /** Field of an answer that tells the state that a code means. */
    static final String STATE = "state";

    private final ListSpec list;
    private final PageReader vendor;

    private CodedAnswers(ListSpec list, PageReader vendor) {
        this.list = list;
        this.vendor = vendor;
    }

    /** A reader that understands the codes of a feed. */
    public static PageReader of(ListSpec list, PageReader vendor) {
        boolean hasCodes =
                !list.codes().empty().isEmpty() || !list.codes().states().isEmpty();
        return hasCodes ? new CodedAnswers(list, vendor) : vendor;
    }

    @Override
    public PageAnswer read(ObjectNode parameters) throws InterruptedException {
        try {
            return vendor.read(parameters);
        } catch (ApiException e) {
            if (e.getCode() == null) {
                throw e;
            }
            if (list.codes().empty().contains(e.getCode())) {
                return new PageAnswer(PageAnswer.NOTHING, null);
            }
            String state = list.codes().states().get(e.getCode());
            if (state != null && list.isWholeAnswer()) {
                return new PageAnswer(ExactJson.object().put(STATE, state), null);
            }
            throw e;
        }
    }
}
