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
package io.github.camelvideo.tools.trial;

import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.trial.TrialSettings.As;
import java.util.function.Consumer;

/** Runs one call or feed and prints what a route would get. */
public final class Trial {

    private Trial() {}

    /**
     * Runs it to its end.
     *
     * @param out takes the lines for a person; no line holds a secret
     * @return whether the call was answered, or an item came
     * @throws DocumentException if URI, catalogs or parameters cannot be used; nothing was sent then
     * @throws TrialException if the vendor, the simulator or the connection failed
     */
    public static boolean run(TrialSettings settings, Consumer<String> out) {
        Target target = Target.of(settings);
        if (isFeed(settings, target)) {
            return new FeedTrial(settings, target, out).run();
        }
        new CallTrial(settings, target, out).run();
        return true;
    }

    private static boolean isFeed(TrialSettings settings, Target target) {
        boolean hasFeed = target.action() != null && target.action().feed() != null;
        if (settings.as() == As.FEED && !hasFeed) {
            throw new DocumentException(target.path() + ": cannot be consumed as a feed. Describe the feed in "
                    + target.api().id() + ".feeds.json, or use --as call.");
        }
        if (settings.as() == As.FEED && settings.body() != null) {
            throw new DocumentException("--body: a feed takes no body. Remove it, or use --as call.");
        }
        return settings.as() == null ? hasFeed && settings.body() == null : settings.as() == As.FEED;
    }
}
