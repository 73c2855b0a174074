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

/** What a user needs to know of an exception. */
final class Problem {

    private Problem() {}

    /** One line: the message of what Camel's own exceptions wrap. */
    static String of(Throwable failure) {
        Throwable problem = unwrapped(failure);
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return message.lines()
                .map(String::strip)
                .reduce((one, next) -> one + " " + next)
                .orElse(message);
    }

    /** The first exception that does not merely say where in Camel it happened. */
    static Throwable unwrapped(Throwable failure) {
        Throwable problem = failure;
        while (problem.getClass().getName().startsWith("org.apache.camel.") && problem.getCause() != null) {
            problem = problem.getCause();
        }
        return problem;
    }
}
