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
package io.github.camelvideo.docs;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.extension.ComponentVerifierExtension;

/** The connection test of docs/calls.md. */
final class ConnectionCheck {

    private ConnectionCheck() {}

    /** What is wrong, in words. */
    // Camel deprecates the interface and has no other
    @SuppressWarnings("deprecation")
    // region verify
    static List<String> problems(CamelContext camel, Map<String, Object> parameters) {
        return camel
                .getComponent("tencent-video")
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow()
                .verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters)
                .getErrors()
                .stream()
                .map(error -> error.getCode().name() + ": " + error.getDescription())
                .toList();
    }
    // end
}
