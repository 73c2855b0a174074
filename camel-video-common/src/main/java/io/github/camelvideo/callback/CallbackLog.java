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
package io.github.camelvideo.callback;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once what a user should know of requests: a stranger may send any number of them. Says nothing that a request holds, apart from
 * the type of an unknown event where that is a plain word.
 */
final class CallbackLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackLog.class);

    /** Bound of memory. */
    private static final int MOST = 100;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,16}");

    private final String name;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** On its own, so that strangers cannot use up what is said of other things. */
    private final Set<String> types = ConcurrentHashMap.newKeySet();

    /** @param name how messages name the endpoint */
    CallbackLog(String name) {
        this.name = name;
    }

    void refused(Refusal refusal) {
        if (isNew(said, "refused " + refusal)) {
            LOG.warn(
                    "{}: a callback was refused with status {}: {}. Further ones are only counted.",
                    name,
                    refusal.status(),
                    refusal.reason());
        }
    }

    void unknown(String type) {
        boolean isPlain = type != null && PLAIN.matcher(type).matches();
        if (isNew(types, isPlain ? type : "")) {
            LOG.warn(
                    "{}: a callback has an event that the catalog does not know{}. It is delivered as '{}'. Further ones of this type are only counted.",
                    name,
                    isPlain ? ", of type " + type : "",
                    CallbackEvent.UNKNOWN);
        }
    }

    /** The kind and the place of a failure. Its message may quote the request. */
    void failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        StackTraceElement[] stack = cause == null ? new StackTraceElement[0] : cause.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0];
        String kind = cause == null ? "no answer" : cause.getClass().getName();
        if (isNew(said, "failed " + kind + place)) {
            LOG.error(
                    "{}: a callback was refused with status 503 because of {}{}. Further ones of this kind are only counted.",
                    name,
                    kind,
                    place);
        }
    }

    private static boolean isNew(Set<String> said, String what) {
        return said.size() < MOST && said.add(what);
    }
}
