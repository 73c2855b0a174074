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
package io.github.camelvideo.benchmarks;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeWarningsRequest;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The vendor's SDK, which blocks: with a thread for each call in flight. */
final class SdkCaller implements Caller {

    private final IotvideoindustryClient client;
    private final ExecutorService threads;

    SdkCaller(String url, int inFlight) {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(URI.create(url).getAuthority());
        client = new IotvideoindustryClient(
                new Credential("id", "key"), "ap-guangzhou", new ClientProfile(ClientProfile.SIGN_TC3_256, http));
        threads = Executors.newFixedThreadPool(inFlight);
    }

    @Override
    public void call(Consumer<Throwable> done) {
        threads.execute(() -> {
            try {
                DescribeWarningsRequest request = new DescribeWarningsRequest();
                request.setOrderType(2L);
                request.setOffset(0L);
                request.setLimit(100L);
                client.DescribeWarnings(request);
                done.accept(null);
            } catch (TencentCloudSDKException e) {
                done.accept(e);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
