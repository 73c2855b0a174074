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

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.quarkus.deployment.builditem.Startable;

/** The simulated cloud, as Quarkus starts and stops it. */
final class SimulatorService implements Startable {

    private final int port;
    private final double alarmsPerMinute;
    private VideoCloudSimulator simulator;

    /**
     * @param port 0 for a free one
     * @param alarmsPerMinute 0 for none
     */
    SimulatorService(int port, double alarmsPerMinute) {
        this.port = port;
        this.alarmsPerMinute = alarmsPerMinute;
    }

    @Override
    public void start() {
        simulator = VideoCloudSimulator.builder().port(port).control(true).start();
        if (alarmsPerMinute > 0) {
            simulator.world().generateAlarms(alarmsPerMinute);
        }
    }

    /** The address. */
    @Override
    public String getConnectionInfo() {
        return simulator.url();
    }

    /** It runs in this process. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
