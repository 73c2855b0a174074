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
package io.github.camelvideo.feed;

/**
 * Which state of an item a delivery tells. As text, {@code 2.aZ3k} or, where it is final, {@code 2.aZ3k.}.
 *
 * @param number 0 for the first state that was delivered, then 1, 2, …
 * @param state stands for what the state is; equal states are equal texts of letters, digits, {@code -} and {@code _}
 * @param isFinal whether no later state is expected
 */
public record Revision(int number, String state, boolean isFinal) {

    /** A state that is not known yet to follow another. */
    public static Revision first(String state, boolean isFinal) {
        return new Revision(0, state, isFinal);
    }

    /** The revision that a text tells, or null where it tells none. */
    public static Revision parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            return null;
        }
        boolean isFinal = text.endsWith(".");
        return new Revision(
                Integer.parseInt(text.substring(0, dot)),
                text.substring(dot + 1, isFinal ? text.length() - 1 : text.length()),
                isFinal);
    }

    /** The same state as the one that follows another. */
    public Revision after(Revision before) {
        return new Revision(before.number + 1, state, isFinal);
    }

    /** Whether it tells what another one has told. */
    public boolean isSame(Revision other) {
        return state.equals(other.state) && isFinal == other.isFinal;
    }

    public String text() {
        return number + "." + state + (isFinal ? "." : "");
    }
}
