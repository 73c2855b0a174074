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
package io.github.camelvideo.springboot.test;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Address and keys of the simulator as properties of both components. What the application says for the cloud and the simulator does not
 * know, is empty. The first use of the address starts the simulator. Files with positions go into an empty directory: each simulator numbers
 * its alarms anew, so positions of another one, or of the cloud, would hide them.
 */
final class SimulatorProperties extends EnumerablePropertySource<Supplier<String>> {

    private static final String TENCENT = "camel.component.tencent-video.";
    private static final String ALIYUN = "camel.component.aliyun-linkvisual.";
    private static final String ADDRESS = "endpoint-url";
    private static final String POSITIONS = "camel.video.offsets.directory";

    private static final Map<String, String> FIXED = new TreeMap<>(Map.of(
            TENCENT + "secret-id", VideoCloudSimulator.SECRET_ID,
            TENCENT + "secret-key", VideoCloudSimulator.SECRET_KEY,
            TENCENT + "session-token", "",
            TENCENT + "app-id", VideoCloudSimulator.APP_ID,
            TENCENT + "api-key", VideoCloudSimulator.API_KEY,
            TENCENT + "proxy-host", "",
            ALIYUN + "access-key-id", VideoCloudSimulator.SECRET_ID,
            ALIYUN + "access-key-secret", VideoCloudSimulator.SECRET_KEY,
            ALIYUN + "security-token", "",
            ALIYUN + "proxy-host", ""));

    private static final String[] NAMES = names();

    private final String positions = Path.of(System.getProperty("java.io.tmpdir"), "video-offsets-" + UUID.randomUUID())
            .toString();

    /** @param url asked for at each use */
    SimulatorProperties(Supplier<String> url) {
        super("video cloud simulator", url);
    }

    private static String[] names() {
        Map<String, String> all = new TreeMap<>(FIXED);
        all.put(TENCENT + ADDRESS, "");
        all.put(ALIYUN + ADDRESS, "");
        all.put(POSITIONS, "");
        return all.keySet().toArray(String[]::new);
    }

    @Override
    public String[] getPropertyNames() {
        return NAMES.clone();
    }

    @Override
    public Object getProperty(String name) {
        if (name.equals(POSITIONS)) {
            return positions;
        }
        return name.equals(TENCENT + ADDRESS) || name.equals(ALIYUN + ADDRESS)
                ? getSource().get()
                : FIXED.get(name);
    }
}
