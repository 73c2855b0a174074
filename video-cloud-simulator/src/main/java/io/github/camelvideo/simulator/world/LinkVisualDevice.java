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
package io.github.camelvideo.simulator.world;

/**
 * A camera of Link Visual.
 *
 * @param iotId its id, which the IoT platform gives
 */
public record LinkVisualDevice(String iotId, State state) {

    /** What can be done with the camera. */
    public enum State {
        ONLINE,
        OFFLINE,
        /** Was never online. */
        INITIAL,
        DISABLED,
        /** Online, but can neither push a stream nor take a picture. */
        FAULTY,
        /** Its product has no video service. */
        INACTIVE
    }
}
