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
package io.github.camelvideo.tencent.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.tencent.SimulatedComponent;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A process of its own with a route that receives one very large answer and counts what it holds. */
final class LargeAnswer {

    private LargeAnswer() {}

    /** The answer of the action as a class of the user's. */
    public static class Published {
        public List<Stream> PublishInfo;
        public int PageNum;
        public int PageSize;
        public int TotalNum;
        public int TotalPage;
    }

    /** An item of it. */
    public static class Stream {
        public String StreamName;
        public String AppName;
        public String DomainName;
        public String StreamStartTime;
        public String StreamEndTime;
        public String StopReason;
        public int Duration;
        public String ClientIp;
        public String Resolution;
    }

    /** Arguments: file for the result, address of the server, the options of each call. */
    public static void main(String[] args) throws Exception {
        List<String> ways = List.of(args).subList(2, args.length);
        List<String> counted = new ArrayList<>();
        CamelContext context = new DefaultCamelContext();
        TencentVideoComponent component = SimulatedComponent.at(args[1]);
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setCallTimeout(Duration.ofMinutes(2));
        context.addComponent("tencent-video", component);
        for (String options : ways) {
            context.addRoutes(route(options));
        }
        context.start();
        for (String options : ways) {
            counted.add(context.createProducerTemplate()
                    .requestBody("direct:" + options, null, Integer.class)
                    .toString());
        }
        context.stop();
        Files.write(Path.of(args[0]), counted);
    }

    private static RouteBuilder route(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + options)
                        .to("tencent-video:live/DescribeLiveStreamPublishedList?DomainName=a&StartTime=b&EndTime=c&"
                                + options)
                        .setBody(exchange -> count(exchange.getMessage().getBody()));
            }
        };
    }

    private static int count(Object body) {
        if (body instanceof Iterator<?> items) {
            int count = 0;
            for (; items.hasNext(); items.next()) {
                count++;
            }
            return count;
        }
        if (body instanceof Map<?, ?> map) {
            return ((List<?>) map.get("PublishInfo")).size();
        }
        if (body instanceof JsonNode node) {
            return node.get("PublishInfo").size();
        }
        if (body instanceof Published published) {
            return published.PublishInfo.size();
        }
        return ((String) body).length();
    }
}
