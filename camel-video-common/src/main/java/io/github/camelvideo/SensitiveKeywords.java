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
package io.github.camelvideo;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Tells Camel the names whose values it must not show: in its start-up summary, in logs, in JMX and in its consoles. Camel has a list of
 * its own, which lacks many of ours.
 *
 * <p>Camel masks URIs by one list for the whole process, and each context that adds keywords replaces it. All names are therefore kept
 * for the process, and given to each context together with the user's own ({@code camel.main.additionalSensitiveKeywords}).
 *
 * <p>Used by any thread.
 */
final class SensitiveKeywords {

    private static final Set<String> OURS = new TreeSet<>();

    private SensitiveKeywords() {}

    /** Adds names of options or parameters. Names that were added before cost a look-up. */
    static void add(CamelContext context, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        synchronized (OURS) {
            boolean isNew = false;
            for (String name : names) {
                isNew |= OURS.add(name.toLowerCase(Locale.ENGLISH));
            }
            ExtendedCamelContext camel = context.getCamelContextExtension();
            Set<String> words = new TreeSet<>(OURS);
            String before = camel.getAdditionalSensitiveKeywords();
            Set<String> known = before == null ? Set.of() : Set.of(before.split(","));
            if (isNew || !known.containsAll(OURS)) {
                words.addAll(known);
                camel.setAdditionalSensitiveKeywords(String.join(",", words));
            }
        }
    }
}
