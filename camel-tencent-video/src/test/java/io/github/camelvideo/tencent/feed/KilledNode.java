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
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;

/**
 * A process of its own, to be killed: routes from feeds to a file with a line for each delivered item. It waits for a line on its standard
 * input before it begins, so that it can be made ready while another one still works.
 */
final class KilledNode {

    private static final int FIRST_ROUTE = 4;

    private KilledNode() {}

    /**
     * Arguments: address of the simulator, file of delivered items, directory of files or URL of the database for the positions, file of
     * the {@link SharedClock} or nothing, and for each route its name, the field of the body that tells the state of an item, and the URI,
     * with tabs between.
     */
    public static void main(String[] args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        TencentVideoComponent component = SimulatedComponent.at(args[0]);
        if (!args[3].isEmpty()) {
            component.setClock(SharedClock.in(Path.of(args[3])));
        }
        context.addComponent("tencent-video", component);
        StateRepository<String, String> positions =
                args[2].startsWith("jdbc:") ? Positions.database(args[2]) : new FileOffsetRepository(args[2]);
        context.getRegistry().bind("offsets", positions);
        List<String> routes = Arrays.asList(args).subList(FIRST_ROUTE, args.length);
        FileChannel delivered =
                FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                routes.forEach(route -> feed(this, route.split("\t"), delivered));
            }
        });
        context.start();
        if (System.in.read() < 0) {
            return; // whoever started it is gone
        }
        for (String route : routes) {
            context.getRouteController().startRoute(route.split("\t")[0]);
        }
        // until it is killed, or its parent is gone
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    private static void feed(RouteBuilder builder, String[] route, FileChannel delivered) {
        builder.from(route[2] + "&delay=30&initialDelay=0&offsetRepository=#offsets")
                .autoStartup(false)
                .routeId(route[0])
                .process(exchange -> write(delivered, LedgerLine.of(route[0], route[1], exchange)));
    }

    /** In one piece: other routes write, too. */
    private static void write(FileChannel file, LedgerLine line) {
        try {
            file.write(ByteBuffer.wrap(line.text().getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
