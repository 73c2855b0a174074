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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.FieldType.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource({
        "String,STRING", "Timestamp,STRING", "Date,STRING", "Binary,STRING", "Integer,INTEGER", "Long,INTEGER",
        "Float,FLOAT", "Double,FLOAT", "Boolean,BOOLEAN", "Object,OBJECT", "File,FILE", "WarningsData,STRUCT"
    })
    void readsASingleValue(String text, Kind kind) {
        assertThat(FieldType.parse(text).kind()).isEqualTo(kind);
    }

    @Test
    void readsArraysOfStructures() {
        FieldType type = FieldType.parse("Array of ChannelItem");

        assertThat(type.isArray()).isTrue();
        assertThat(type.item().struct()).isEqualTo("ChannelItem");
    }

    @Test
    void readsNestedContainers() {
        FieldType type = FieldType.parse("Map of Array of Integer");

        assertThat(type.kind()).isEqualTo(Kind.MAP);
        assertThat(type.item().item().kind()).isEqualTo(Kind.INTEGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String",
                "Integer",
                "Float",
                "Boolean",
                "Object",
                "File",
                "WarningsData",
                "Array of Integer",
                "Map of X"
            })
    void printsTheNameTheVendorsPrint(String text) {
        assertThat(FieldType.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "String,true",
        "Integer,true",
        "Float,true",
        "Boolean,true",
        "Object,false",
        "File,false",
        "Array of String,false",
        "X,false"
    })
    void onlySingleTextsNumbersAndTruthValuesAreScalar(String text, boolean scalar) {
        assertThat(FieldType.parse(text).isScalar()).isEqualTo(scalar);
    }
}
