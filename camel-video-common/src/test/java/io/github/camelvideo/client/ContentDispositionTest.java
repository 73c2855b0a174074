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
package io.github.camelvideo.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename=\"devices.xlsx\"         | devices.xlsx",
                "attachment; filename=devices.xlsx; size=3      | devices.xlsx",
                "attachment; FileName = \"two words.xlsx\"      | two words.xlsx",
                "attachment; filename*=UTF-8''%E8%AE%BE%20a.xlsx | 设 a.xlsx",
                "attachment; filename=\"x.xlsx\"; filename*=utf-8'zh'%E8%AE%BE.xlsx | 设.xlsx",
                "attachment; filename=\"../../etc/passwd\"      | passwd",
                "attachment; filename=\"C:\\\\box\\\\a.xlsx\" | a.xlsx",
                "attachment; filename*=UTF-8''..%2F..%2Fa.xlsx  | a.xlsx"
            })
    void readsTheNameWithoutDirectories(String disposition, String name) {
        assertThat(ContentDisposition.fileName(disposition)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment",
                "inline; name=\"a\"",
                "attachment; filename=\"\"",
                "attachment; filename=\"..\"",
                "a; filename=\"b/\""
            })
    void findsNoNameWhereThereIsNone(String disposition) {
        assertThat(ContentDisposition.fileName(disposition)).isNull();
    }

    @Test
    void noHeaderIsNoName() {
        assertThat(ContentDisposition.fileName(null)).isNull();
    }
}
