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
package io.github.camelvideo.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of the extension. */
@ConfigMapping(prefix = "quarkus.camel-video")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface CamelVideoBuildTimeConfig {

    /** The simulated cloud in dev and test mode. */
    DevServices devservices();

    /** The simulated cloud in dev and test mode. */
    interface DevServices {

        /**
         * Whether a simulated cloud is started in dev and test mode for each component without a key, a profile, a credentialsProvider
         * and an endpointUrl.
         */
        @WithDefault("true")
        boolean enabled();

        /** Port on which the simulated cloud listens. By default it is a free one. */
        Optional<Integer> port();

        /** Alarms of IoT Video that the simulated cloud raises per minute. The default is 6 in dev mode, and 0 in test mode. */
        Optional<Double> alarmsPerMinute();
    }
}
