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

import io.github.camelvideo.VideoEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Call the toy vendor and receive its alarms and recordings as messages. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "toy-video",
        title = "Toy Video",
        syntax = "toy-video:action",
        lenientProperties = true)
public class ToyVideoEndpoint extends VideoEndpoint {

    @UriPath(description = "The action, spelled as the vendor spells it.")
    @Metadata(required = true)
    private final String action;

    @UriParam
    private final ToyVideoConfiguration configuration;

    public ToyVideoEndpoint(
            String uri, ToyVideoComponent component, String action, ToyVideoConfiguration configuration) {
        super(uri, component);
        this.action = action;
        this.configuration = configuration;
    }

    @Override
    protected String apiId() {
        return ToyVideoComponent.API;
    }

    @Override
    protected String actionName() {
        return action;
    }

    @Override
    protected String displayName() {
        return "toy-video:" + action;
    }

    @Override
    public ToyVideoConfiguration getConfiguration() {
        return configuration;
    }

    public String getAction() {
        return action;
    }
}
