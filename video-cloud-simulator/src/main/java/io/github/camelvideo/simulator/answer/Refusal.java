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
package io.github.camelvideo.simulator.answer;

/** The vendor says no: a code of its own and a message. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public Refusal(String code, String message) {
        // control flow of an answer, not a fault of the program: nobody reads the stack
        super(message, null, false, false);
        this.code = code;
    }

    /** Refuses unless a condition holds. */
    public static void unless(boolean holds, String code, String message) {
        if (!holds) {
            throw new Refusal(code, message);
        }
    }

    /** The vendor's error code. */
    public String code() {
        return code;
    }
}
