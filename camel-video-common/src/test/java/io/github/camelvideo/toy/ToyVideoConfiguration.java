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
package io.github.camelvideo.toy;

import io.github.camelvideo.VideoConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code toy-video} about calls: the common ones and the key. */
@UriParams
public class ToyVideoConfiguration extends VideoConfiguration {

    @UriParam(label = "security", secret = true, description = "ID of the key to sign calls with.")
    private String keyId;

    @UriParam(label = "security", secret = true, description = "Secret of the key to sign calls with.")
    private String keySecret;

    @Override
    public ToyVideoConfiguration copy() {
        return (ToyVideoConfiguration) super.copy();
    }

    public String getKeyId() {
        return keyId;
    }

    public void setKeyId(String keyId) {
        this.keyId = keyId;
    }

    public String getKeySecret() {
        return keySecret;
    }

    public void setKeySecret(String keySecret) {
        this.keySecret = keySecret;
    }
}
