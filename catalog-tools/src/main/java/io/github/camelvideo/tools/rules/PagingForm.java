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
package io.github.camelvideo.tools.rules;

import java.util.List;

/**
 * A way in which a vendor's actions page, by the names of parameters and fields.
 *
 * @param style {@code offset}, {@code page} or {@code cursor}
 * @param page names of the parameter that says which page to return
 * @param size names of the parameter for the page size; empty if there is none
 * @param firstPage number of the first page where no text says it, or null
 * @param outputToken names of the field with the token of the next page; empty except for {@code cursor}
 */
public record PagingForm(
        String style, List<String> page, List<String> size, Integer firstPage, List<String> outputToken) {

    public boolean isCursor() {
        return style.equals("cursor");
    }
}
