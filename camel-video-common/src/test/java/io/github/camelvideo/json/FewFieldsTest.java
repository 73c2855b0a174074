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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewFieldsTest {

    private static Map<String, JsonNode> filled(Map<String, JsonNode> map, int fields) {
        for (int i = 0; i < fields; i++) {
            map.put("name" + i, IntNode.valueOf(i));
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 16, 17, 100})
    void isLikeAnyMapInTheOrderOfPutting(int fields) {
        // given
        Map<String, JsonNode> usual = filled(new LinkedHashMap<>(), fields);

        // when
        Map<String, JsonNode> few = filled(new FewFields(), fields);

        // then
        assertThat(few).isEqualTo(usual).hasSameHashCodeAs(usual).hasSize(fields);
        assertThat(few.keySet()).containsExactlyElementsOf(usual.keySet());
        assertThat(few.values()).containsExactlyElementsOf(usual.values());
        usual.keySet().forEach(name -> assertThat(few.get(name)).isEqualTo(usual.get(name)));
        assertThat(few.containsKey("other")).isFalse();
        assertThat(few.get("other")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 20})
    void replacesAndRemoves(int fields) {
        // given
        Map<String, JsonNode> few = filled(new FewFields(), fields);
        Map<String, JsonNode> usual = filled(new LinkedHashMap<>(), fields);

        // when
        for (Map<String, JsonNode> map : List.of(few, usual)) {
            assertThat(map.put("name1", IntNode.valueOf(7))).isEqualTo(IntNode.valueOf(1));
            assertThat(map.remove("name0")).isEqualTo(IntNode.valueOf(0));
            assertThat(map.remove("other")).isNull();
            map.put("last", IntNode.valueOf(9));
        }

        // then
        assertThat(few).containsExactlyEntriesOf(usual);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 20})
    void changesWhileItIsWalkedOver(int fields) {
        // given
        Map<String, JsonNode> few = filled(new FewFields(), fields);
        Map<String, JsonNode> usual = filled(new LinkedHashMap<>(), fields);

        // when
        for (Map<String, JsonNode> map : List.of(few, usual)) {
            Iterator<Map.Entry<String, JsonNode>> entries = map.entrySet().iterator();
            entries.next().setValue(IntNode.valueOf(5));
            entries.next();
            entries.remove();
            assertThat(entries.next().getKey()).isEqualTo("name2");
        }

        // then
        assertThat(few).containsExactlyEntriesOf(usual);
    }

    @Test
    void canBeEmptiedAndFilledAgain() {
        // given
        Map<String, JsonNode> few = filled(new FewFields(), 20);

        // when
        few.clear();
        boolean emptied = few.isEmpty();
        few.put("a", IntNode.valueOf(1));

        // then
        assertThat(emptied).isTrue();
        assertThat(few).containsExactly(Map.entry("a", IntNode.valueOf(1)));
    }
}
