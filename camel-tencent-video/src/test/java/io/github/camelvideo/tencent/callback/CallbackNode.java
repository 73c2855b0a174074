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
package io.github.camelvideo.tencent.callback;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.tencent.SimulatedComponent;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** A process of its own, to be killed: a route from callbacks to a file with a line for each event, which names its stream. */
final class CallbackNode {

    private CallbackNode() {}

    /** Arguments: port of the server, file of delivered events, directory of positions, key of callbacks, path. */
    public static void main(String[] args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        // never called
        context.addComponent("tencent-video", SimulatedComponent.at("http://127.0.0.1:9"));
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(Integer.parseInt(args[0]));
        context.addService(new VertxPlatformHttpServer(configuration));
        context.getRegistry().bind("offsets", new FileOffsetRepository(args[2]));
        FileChannel delivered =
                FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("tencent-video:live/callback?callback=" + args[4] + "&callbackKey=RAW(" + args[3]
                                + ")&offsetRepository=#offsets&offsetKey=events&delay=50&initialDelay=0")
                        .process(exchange -> {
                            String line = exchange.getMessage()
                                            .getBody(java.util.Map.class)
                                            .get("stream_id") + "\n";
                            delivered.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                            delivered.force(false);
                        });
            }
        });
        context.start();
        // until it is killed, or its parent is gone
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }
}
