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
package io.github.camelvideo.simulator.api.linkvisual;

import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualDevice;
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;

/** The cameras that calls name, and what does not go with them. */
record Cameras(LinkVisual world) {

    /** The IotId of a camera of the account. */
    String owned(Parameters parameters) {
        return owned(parameters.text("IotId"));
    }

    String owned(String iotId) {
        return camera(iotId).iotId();
    }

    private LinkVisualDevice camera(String iotId) {
        LinkVisualDevice camera = world.device(iotId);
        Refusal.unless(camera != null, Codes.FORBIDDEN, "tenant auth error");
        Refusal.unless(camera.state() != State.INACTIVE, Codes.PARAMETER, "product is not active.");
        return camera;
    }

    /** The IotId of a camera that pushes a stream now. */
    String pushing(Parameters parameters) {
        return online(parameters, "device status is offline.", "push stream fail.");
    }

    /** The IotId of a camera that takes a picture now. */
    String capturing(Parameters parameters) {
        return online(parameters, "device offline.", "triggerPicture failed.");
    }

    private String online(Parameters parameters, String offline, String faulty) {
        LinkVisualDevice camera = camera(parameters.text("IotId"));
        String reason =
                switch (camera.state()) {
                    case ONLINE -> null;
                    case OFFLINE -> offline;
                    case INITIAL -> "device status is initial.";
                    case DISABLED -> "device status is disable.";
                    case FAULTY -> faulty;
                    case INACTIVE -> throw new IllegalStateException(camera + " was refused before");
                };
        Refusal.unless(reason == null, Codes.BUSINESS, reason);
        return camera.iotId();
    }
}
