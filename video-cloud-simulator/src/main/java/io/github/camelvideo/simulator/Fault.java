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
package io.github.camelvideo.simulator;

/** A fault that can be injected, named by what the client sees. */
public enum Fault {
    /** The vendor's refusal for calling too often. The call is not executed. */
    THROTTLE(false),
    /** The vendor's own failure, in its envelope with status 200. The call is not executed. */
    INTERNAL_ERROR(false),
    /** Status 500 with a text body. The call is not executed. */
    HTTP_500(false),
    /** Status 503 with {@code Retry-After} in seconds. The call is not executed. */
    HTTP_503_RETRY_AFTER(false),
    /** Status 429 without {@code Retry-After}. The call is not executed. */
    HTTP_429(false),
    /** The connection stays open and nothing comes, until the client or the simulator closes it. The call is executed. */
    NO_ANSWER(true),
    /** The request is read and the connection closed. The call is executed: the client cannot know. */
    CUT_BEFORE_ANSWER(true),
    /** The connection is closed after half of the body. The call is executed. */
    CUT_IN_BODY(true),
    /** The body comes in ten pieces with pauses. The call is executed. */
    SLOW_BODY(true),
    /** Status 200 and bytes that are not text. The call is executed. */
    GARBAGE(true),
    /** Status 200 and a page for people, as proxies send them. The call is not executed. */
    HTML_PAGE(false),
    /** Status 200 and the first half of the answer, as if it were all. The call is executed. */
    TRUNCATED_JSON(true),
    /** Status 200 and nothing. The call is executed. */
    EMPTY_BODY(true),
    /** Status 302 to another host. The call is not executed. */
    REDIRECT(false),
    /** The vendor's refusal of a timestamp, whatever the timestamp was. The call is not executed. */
    EXPIRED_SIGNATURE(false),
    /** A later page of a list is the page before it once more. Waits for a request for a later page. */
    PAGE_REPEATED(true),
    /** The items of a page come in another order. Waits for a request for a list. */
    ITEMS_SHUFFLED(true);

    private final boolean executed;

    Fault(boolean executed) {
        this.executed = executed;
    }

    /** Whether the world has seen the call although the client did not get its answer. */
    public boolean isExecuted() {
        return executed;
    }
}
