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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;

/** Streams that a camera pushes when it is asked to: live ones and files of its own. */
record StreamActions(Cameras cameras, Addresses addresses) {

    private static final int LONGEST_FILE_NAME = 180;

    ObjectNode live(Parameters parameters) {
        String scheme = scheme(parameters);
        String iotId = cameras.pushing(parameters);
        return Data.of(
                keyed(parameters).put("Path", addresses.live(scheme, iotId, parameters.number("StreamType", 0))));
    }

    ObjectNode stop(Parameters parameters) {
        cameras.pushing(parameters);
        return Data.none();
    }

    ObjectNode local(Parameters parameters) {
        String scheme = scheme(parameters);
        int length = parameters.text("FileName").length();
        Refusal.unless(
                length <= LONGEST_FILE_NAME,
                Codes.PARAMETER,
                "FileName may have " + LONGEST_FILE_NAME + " characters, not " + length);
        return Data.of(keyed(parameters).put("VodUrl", addresses.local(scheme, cameras.pushing(parameters))));
    }

    private static String scheme(Parameters parameters) {
        String scheme = parameters.filled("Scheme");
        Refusal.unless(
                scheme == null || scheme.equals("rtmp") || scheme.equals("hls"),
                Codes.PARAMETER,
                "Scheme must be rtmp or hls, not " + scheme);
        return scheme == null ? "rtmp" : scheme;
    }

    private static ObjectNode keyed(Parameters parameters) {
        String key = parameters.flag("ShouldEncrypt") ? "c2ltdWxhdG9yLWtleS0wMQ==" : "";
        return Data.object().put("DecryptKey", "{\"iv\":\"" + key + "\",\"key\":\"" + key + "\"}");
    }
}
