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
package io.github.camelvideo.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemKeyTest {

    @Test
    void oneFieldIsTheKeyItself() throws Exception {
        assertThat(key("{'Id':18446744073709551615}", "Id")).isEqualTo("18446744073709551615");
        assertThat(key("{'A':{'Id':'x|y'}}", "A.Id")).isEqualTo("x|y");
    }

    @Test
    void severalFieldsCannotBeMistakenForOthers() throws Exception {
        assertThat(List.of(
                        key("{'a':'x','b':'y|z'}", "a", "b"),
                        key("{'a':'x|y','b':'z'}", "a", "b"),
                        key("{'a':'x\\\\','b':'|z'}", "a", "b"),
                        key("{'a':'','b':'z'}", "a", "b"),
                        key("{'b':'z'}", "a", "b"),
                        key("{'a':'\\\\0','b':'z'}", "a", "b")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anItemWithoutItsKeyIsKnownByAllItHoldsInAnyOrder() throws Exception {
        String key = key("{'a':1,'b':{'c':2,'d':[3,4]}}", "Id");

        assertThat(key).startsWith("sha256-").hasSize(50);
        assertThat(key("{'b':{'d':[3,4],'c':2},'a':1}", "Id")).isEqualTo(key);
        assertThat(key("{'b':{'d':[4,3],'c':2},'a':1}", "Id")).isNotEqualTo(key);
        assertThat(key("{'a':1,'b':{'c':2,'d':[3,4]},'Id':null}")).isNotEqualTo(key);
    }

    @Test
    void anEmptyKeyIsNoKey() throws Exception {
        String one = key("{'Id':'','Time':1}", "Id");

        assertThat(one).startsWith("sha256-").hasSize(50);
        assertThat(key("{'Id':'','Time':2}", "Id")).isNotEqualTo(one);
        assertThat(key("{'Id':null,'Time':1}", "Id")).startsWith("sha256-");
    }

    @Test
    void aLongKeyIsShortened() throws Exception {
        assertThat(key("{'Id':'" + "x".repeat(300) + "'}", "Id")).hasSize(50);
    }

    private static String key(String json, String... fields) throws Exception {
        JsonNode item = new ObjectMapper().readTree(json.replace('\'', '"'));
        return ItemKey.of(item, List.of(fields));
    }
}
