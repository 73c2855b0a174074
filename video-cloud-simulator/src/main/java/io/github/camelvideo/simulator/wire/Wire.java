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
package io.github.camelvideo.simulator.wire;

import io.github.camelvideo.simulator.answer.ListFault;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;

/**
 * One protocol the vendor's APIs are called by. Called by many threads at once.
 *
 * @param <R> what it understands of a request
 */
public interface Wire<R extends Incoming> {

    /** Whether a request comes by this wire, by its path and the names of its parameters. */
    boolean serves(HttpCall call);

    /** What the request seems to want; refuses nothing. */
    R read(HttpCall call);

    /**
     * Checks the request and answers it.
     *
     * @throws Refusal when the vendor would refuse, with the vendor's code
     */
    Reply answer(R request, ListFault fault);

    /** A refusal in the vendor's envelope. */
    Reply refuse(R request, Refusal refusal);

    /** The vendor's error code of a case. */
    String code(ErrorCase errorCase);

    /** Back to the state after the start. */
    void reset();
}
