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
package io.github.camelvideo.tencent.feed;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.tencent.SimulatedComponent;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;

/**
 * A process of its own, to be killed: a route from the alarms to a file with a line for each delivered one. It waits for a line on its
 * standard input before it begins, so that it can be made ready while another one still works.
 */
final class KilledNode {

    private KilledNode() {}

    /**
     * Arguments: address of the simulator, file of delivered ids, directory of files or URL of the database for the position, further
     * options of the feed.
     */
    public static void main(String[] args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("tencent-video", SimulatedComponent.at(args[0]));
        StateRepository<String, String> positions =
                args[2].startsWith("jdbc:") ? Positions.database(args[2]) : new FileOffsetRepository(args[2]);
        context.getRegistry().bind("offsets", positions);
        FileChannel ids = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FeedRoute.uri("startFrom=earliest&delay=10&initialDelay=0&offsetRepository=#offsets" + args[3]))
                        .autoStartup(false)
                        .routeId(FeedRoute.ROUTE)
                        .process(exchange -> write(ids, exchange));
            }
        });
        context.start();
        if (System.in.read() < 0) {
            return; // whoever started it is gone
        }
        context.getRouteController().startRoute(FeedRoute.ROUTE);
        // until it is killed, or its parent is gone
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    private static void write(FileChannel file, Exchange exchange) {
        String line = exchange.getIn().getHeader(TencentVideoConstants.ITEM_KEY, String.class) + "\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
