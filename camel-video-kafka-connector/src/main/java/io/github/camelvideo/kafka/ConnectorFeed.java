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
package io.github.camelvideo.kafka;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.consumer.StandaloneFeed;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The feed of a connector's settings, with the small Camel context that the component needs: it has no routes and no management. Made and
 * closed by one thread.
 */
final class ConnectorFeed implements AutoCloseable {

    private final DefaultCamelContext camel;
    private final VideoEndpoint endpoint;
    private StandaloneFeed feed;

    private ConnectorFeed(DefaultCamelContext camel, VideoEndpoint endpoint) {
        this.camel = camel;
        this.endpoint = endpoint;
    }

    /**
     * Makes the endpoint, which checks names and values; no call is made.
     *
     * @throws IllegalArgumentException when a setting is refused, naming it and what to do
     * @throws CatalogException when there is no such API, or a catalog cannot be read
     */
    static ConnectorFeed of(ConnectorSettings settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Camel asks it first, and the threads made here inherit it
        thread.setContextClassLoader(ConnectorFeed.class.getClassLoader());
        try {
            return make(settings);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ConnectorFeed make(ConnectorSettings settings) {
        DefaultCamelContext camel = new DefaultCamelContext(false);
        try {
            camel.disableJMX();
            // that of the plugin, whichever thread asks
            camel.setApplicationContextClassLoader(ConnectorFeed.class.getClassLoader());
            VideoComponent component = settings.vendor().newComponent();
            component.setCatalogs(settings.catalogs());
            camel.addComponent(settings.vendor().scheme(), component);
            camel.start();
            VideoEndpoint endpoint = (VideoEndpoint) component.createEndpoint(
                    settings.vendor().scheme() + ":" + settings.path(), settings.endpointParameters());
            endpoint.start();
            return new ConnectorFeed(camel, endpoint);
        } catch (Exception e) {
            camel.stop();
            throw refused(e);
        }
    }

    /** What the component itself has refused; Camel wraps it. */
    private static RuntimeException refused(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException || cause instanceof CatalogException) {
                return (RuntimeException) cause;
            }
        }
        return RuntimeCamelException.wrapRuntimeCamelException(thrown);
    }

    /** @throws IllegalArgumentException when the action is not a feed, or a setting does not fit it */
    StandaloneFeed feed() {
        if (feed == null) {
            feed = endpoint.standaloneFeed();
        }
        return feed;
    }

    /** Ends all threads. An interrupt of the calling thread is kept for it. */
    @Override
    public void close() {
        try {
            if (feed != null) {
                feed.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endpoint.stop();
            camel.stop();
        }
    }
}
