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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.consumer.ManagedFeed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words in the manner of class names that are none of ours. */
final class Vocabulary {

    private static final List<ApiCatalog> APIS = Scheme.allApis().toList();

    /** Of Camel and of Java. */
    private static final Set<String> OTHERS = Set.of(
            "JsonNode",
            "StateRepository",
            "FileStateRepository",
            "MemoryStateRepository",
            "ResumeStrategy",
            "TransientResumeStrategy",
            "SendDynamicAware",
            "ExecutorServiceManager",
            "HttpResponseAware",
            "ConnectionFactory",
            "DataSource",
            "OkHttpClient",
            "ProducerTemplate",
            "MockComponent",
            "RouteBuilder");

    /** Of the vendors' SDKs alone. */
    private static final Set<String> SDKS = Set.of("ProductKey", "CommonClient");

    private Vocabulary() {}

    static boolean isKnown(String word) {
        return OTHERS.contains(word)
                || SDKS.contains(word)
                || word.startsWith("Camel")
                || isAttribute(word)
                || APIS.stream().anyMatch(api -> isOf(api, word));
    }

    /** Of the MBean of a feed. */
    private static boolean isAttribute(String word) {
        return Stream.of(ManagedFeed.class.getMethods())
                .anyMatch(method -> method.getName().equals("get" + word));
    }

    private static boolean isOf(ApiCatalog api, String word) {
        return api.actions().containsKey(word)
                || api.listedOnly().containsKey(word)
                || api.types().containsKey(word)
                || api.errors().containsKey(word)
                || api.errors().keySet().stream().anyMatch(code -> code.startsWith(word + "."))
                || api.actions().values().stream()
                        .anyMatch(action -> names(action).contains(word))
                || api.types().values().stream().anyMatch(fields -> fields.containsKey(word));
    }

    private static Set<String> names(Action action) {
        return action.parameters().keySet();
    }
}
