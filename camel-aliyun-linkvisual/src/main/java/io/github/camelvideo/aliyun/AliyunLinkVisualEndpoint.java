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
package io.github.camelvideo.aliyun;

import io.github.camelvideo.VideoEndpoint;
import org.apache.camel.Category;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.util.StringHelper;

/**
 * Call Link Visual, the video service of Alibaba Cloud's IoT platform, and receive its device events, pictures and recordings as
 * messages.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "aliyun-linkvisual",
        title = "Alibaba Cloud Link Visual",
        syntax = "aliyun-linkvisual:action",
        category = {Category.CLOUD, Category.IOT, Category.MONITORING},
        lenientProperties = true,
        headersClass = AliyunLinkVisualConstants.class)
public class AliyunLinkVisualEndpoint extends VideoEndpoint {

    @UriPath(
            description =
                    "Action of the API, spelled as in Alibaba Cloud's documentation; api/action for an API of your own catalogs.")
    @Metadata(required = true)
    private String action;

    @UriParam
    private AliyunLinkVisualConfiguration configuration;

    public AliyunLinkVisualEndpoint(
            String uri,
            AliyunLinkVisualComponent component,
            String action,
            AliyunLinkVisualConfiguration configuration) {
        super(uri, component);
        this.action = action;
        this.configuration = configuration;
    }

    @Override
    protected String apiId() {
        return StringHelper.before(action, "/", AliyunLinkVisualComponent.API);
    }

    @Override
    protected String actionName() {
        return StringHelper.after(action, "/", action);
    }

    @Override
    protected String displayName() {
        return "aliyun-linkvisual:" + action;
    }

    @Override
    public AliyunLinkVisualConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AliyunLinkVisualConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
