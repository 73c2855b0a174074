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
package io.github.camelvideo.tencent.files;

import io.github.camelvideo.tencent.SimulatedComponent;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A process of its own with a route that moves one file, between a folder and the cloud. */
final class LargeFiles {

    private LargeFiles() {}

    /** Arguments: file for the result, address of the server, what to do, folder. */
    public static void main(String[] args) throws Exception {
        boolean upload = args[2].equals("upload");
        CompletableFuture<Object> end = new CompletableFuture<>();
        CamelContext context = new DefaultCamelContext();
        TencentVideoComponent component = SimulatedComponent.at(args[1]);
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("tencent-video", component);
        if (args[2].equals("download-spooled")) {
            context.getStreamCachingStrategy().setSpoolEnabled(true);
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .process(failed -> end.completeExceptionally(
                                failed.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                if (upload) {
                    from("file:" + args[3] + "?noop=true&initialDelay=0")
                            .to(FileCloud.IMPORT)
                            .process(done -> end.complete(done));
                } else {
                    from("timer:once?repeatCount=1&delay=0")
                            .streamCache(args[2].endsWith("spooled") ? "true" : "false")
                            .to(FileCloud.EXPORT)
                            .to("file:" + args[3])
                            .process(done -> end.complete(done));
                }
            }
        });
        context.start();
        end.get(60, TimeUnit.SECONDS);
        context.stop();
        Files.writeString(Path.of(args[0]), "done");
    }
}
