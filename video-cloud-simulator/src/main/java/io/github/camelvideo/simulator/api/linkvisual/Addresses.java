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

import java.util.concurrent.atomic.AtomicLong;

/** Addresses that can be used once: no two are the same. Nothing listens there. */
final class Addresses {

    private final AtomicLong given = new AtomicLong();

    String recording(String file) {
        return "https://vod.linkvisual.example.com/" + file + ".m3u8?token=" + given.incrementAndGet();
    }

    /** @param scheme {@code rtmp} or {@code hls} */
    String live(String scheme, String iotId, long stream) {
        String name = "live.linkvisual.example.com/live/" + iotId + "_" + stream;
        String token = "?token=" + given.incrementAndGet();
        return scheme.equals("hls") ? "https://" + name + ".m3u8" + token : "rtmp://" + name + token;
    }

    String local(String scheme, String iotId) {
        String name = "vod.linkvisual.example.com/local/" + iotId;
        String token = "?token=" + given.incrementAndGet();
        return scheme.equals("hls") ? "https://" + name + ".m3u8" + token : "rtmp://" + name + token;
    }
}
