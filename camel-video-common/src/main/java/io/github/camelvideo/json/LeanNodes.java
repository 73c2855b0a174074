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
package io.github.camelvideo.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;

/**
 * Nodes for one large tree, in less room: objects without tables, and one node for a text that keeps coming back, such as a state or
 * a domain. For one thread, and one tree.
 */
final class LeanNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    /** Lists repeat short texts; long ones are mostly their own. */
    private static final int LONGEST_SHARED = 64;

    private static final int SHARED = 1024;

    private final transient TextNode[] texts = new TextNode[SHARED];

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(this, new FewFields());
    }

    /** Lists inside of records are mostly short. */
    @Override
    public ArrayNode arrayNode() {
        return new ArrayNode(this, new ArrayList<>(1));
    }

    @Override
    public TextNode textNode(String text) {
        if (text == null || text.length() > LONGEST_SHARED) {
            return super.textNode(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SHARED - 1;
        TextNode seen = texts[slot];
        if (seen == null || !seen.textValue().equals(text)) {
            seen = super.textNode(text);
            texts[slot] = seen;
        }
        return seen;
    }
}
