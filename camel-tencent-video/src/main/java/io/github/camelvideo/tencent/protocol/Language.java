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
package io.github.camelvideo.tencent.protocol;

/** Language of the texts in answers. Only some actions heed it. As option text: {@code zh-CN}, {@code en-US}. */
public enum Language {
    ZH_CN("zh-CN"),
    EN_US("en-US");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As it is sent. */
    String tag() {
        return tag;
    }
}
