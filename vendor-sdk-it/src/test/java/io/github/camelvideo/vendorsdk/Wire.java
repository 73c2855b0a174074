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
package io.github.camelvideo.vendorsdk;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.live.v20180801.LiveClient;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.net.URI;

/** Every way the vendor's SDK can send a call. */
enum Wire {
    V3_POST(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST),
    V3_GET(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_GET),
    SHA256_POST(ClientProfile.SIGN_SHA256, HttpProfile.REQ_POST),
    SHA256_GET(ClientProfile.SIGN_SHA256, HttpProfile.REQ_GET),
    SHA1_POST(ClientProfile.SIGN_SHA1, HttpProfile.REQ_POST),
    SHA1_GET(ClientProfile.SIGN_SHA1, HttpProfile.REQ_GET);

    private final String signMethod;
    private final String method;

    Wire(String signMethod, String method) {
        this.signMethod = signMethod;
        this.method = method;
    }

    /**
     * A client of the SDK whose calls reach the simulator. They go there as to a proxy, because the SDK takes the service's name
     * from the host it is given: so it signs for the vendor's own host.
     */
    IotvideoindustryClient client(VideoCloudSimulator simulator, Credential credential) {
        return new IotvideoindustryClient(credential, "ap-guangzhou", throughProxy(simulator));
    }

    /** The same for another service, whose actions mostly have no region. */
    LiveClient liveClient(VideoCloudSimulator simulator, Credential credential) {
        return new LiveClient(credential, "", throughProxy(simulator));
    }

    /** A client whose calls go to the simulator's address itself. */
    IotvideoindustryClient directClient(VideoCloudSimulator simulator, Credential credential) {
        HttpProfile http = http();
        http.setEndpoint(URI.create(simulator.url()).getAuthority());
        return new IotvideoindustryClient(credential, "ap-guangzhou", new ClientProfile(signMethod, http));
    }

    private ClientProfile throughProxy(VideoCloudSimulator simulator) {
        URI url = URI.create(simulator.url());
        HttpProfile http = http();
        http.setProxyHost(url.getHost());
        http.setProxyPort(url.getPort());
        return new ClientProfile(signMethod, http);
    }

    private HttpProfile http() {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setReqMethod(method);
        return http;
    }
}
