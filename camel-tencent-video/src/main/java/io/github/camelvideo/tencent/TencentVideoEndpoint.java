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
package io.github.camelvideo.tencent;

import io.github.camelvideo.CallbackConfiguration;
import io.github.camelvideo.VideoEndpoint;
import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/**
 * Call the video APIs of Tencent Cloud and receive their alarms, events and recordings as messages.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "tencent-video",
        title = "Tencent Cloud Video",
        syntax = "tencent-video:api/action",
        category = {Category.CLOUD, Category.IOT, Category.MONITORING},
        lenientProperties = true,
        headersClass = TencentVideoConstants.class)
public class TencentVideoEndpoint extends VideoEndpoint implements WebhookCapableEndpoint {

    @UriPath(description = "API to call, by the id of its catalog, such as live.")
    @Metadata(required = true)
    private String api;

    @UriPath(description = "Action of the API, spelled as in Tencent Cloud's documentation.")
    @Metadata(required = true)
    private String action;

    @UriParam
    private TencentVideoConfiguration configuration;

    @UriParam
    private CallbackConfiguration callbacks = new CallbackConfiguration();

    public TencentVideoEndpoint(
            String uri,
            TencentVideoComponent component,
            String api,
            String action,
            TencentVideoConfiguration configuration) {
        super(uri, component);
        this.api = api;
        this.action = action;
        this.configuration = configuration;
    }

    @Override
    protected String apiId() {
        return api;
    }

    @Override
    protected String actionName() {
        return action;
    }

    @Override
    protected String displayName() {
        return "tencent-video:" + api + "/" + action;
    }

    @Override
    public TencentVideoConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    protected CallbackConfiguration callbacks() {
        return callbacks;
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        return callbackHandler(next);
    }

    /** Nothing: the handler registers callbacks when it starts, if autoRegister is set. */
    @Override
    public void registerWebhook() {
        // see CallbackConfiguration
    }

    /** Nothing: a callback that comes while the route is stopped is repeated by the vendor. */
    @Override
    public void unregisterWebhook() {
        // see autoRegister=REMOVE
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhookConfiguration) {
        // path and server are matters of the webhook endpoint
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST");
    }

    public CallbackConfiguration getCallbacks() {
        return callbacks;
    }

    public void setCallbacks(CallbackConfiguration callbacks) {
        this.callbacks = callbacks;
    }

    public void setConfiguration(TencentVideoConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getApi() {
        return api;
    }

    public void setApi(String api) {
        this.api = api;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
