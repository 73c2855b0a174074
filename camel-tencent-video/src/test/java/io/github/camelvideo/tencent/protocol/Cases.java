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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Case files of this package, one JSON object per case. */
final class Cases {

    static final JsonMapper JSON = new JsonMapper();

    private static final Catalogs CATALOGS = Catalogs.ofClassPath("tencent-video");

    private Cases() {}

    /** A case; its name in a report is its id. */
    record Case(JsonNode data) {

        String text(String name) {
            return data.path(name).asText(null);
        }

        JsonNode expect() {
            return data.get("expect");
        }

        Map<String, String> map(String name) {
            Map<String, String> map = new LinkedHashMap<>();
            data.get(name)
                    .properties()
                    .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
            return map;
        }

        /** What the server sent. */
        WireResponse answer() {
            return new WireResponse(
                    data.get("status").asInt(), data.path("contentType").textValue(), Digests.utf8(text("body")));
        }

        void assertRefusal(ApiException refused) {
            assertThat(refused.getClass().getSimpleName())
                    .isEqualTo(expect().get("type").asText());
            assertThat(refused.getCode()).isEqualTo(expect().get("code").asText());
            assertThat(refused.getKind()).hasToString(expect().get("kind").asText());
            assertThat(refused.getVendorMessage())
                    .isEqualTo(expect().get("message").asText());
            assertThat(refused.getRequestId())
                    .isEqualTo(expect().path("requestId").textValue());
            assertThat(refused.getHttpResponseCode())
                    .isEqualTo(data.get("status").asInt());
        }

        void assertUnreadable(TransportException unreadable) {
            assertThat(unreadable)
                    .hasMessageContaining(expect().get("unreadable").asText())
                    .hasMessageContaining("httpStatus=" + data.get("status").asInt());
        }

        @Override
        public String toString() {
            return text("id") + " (" + text("source") + ")";
        }
    }

    static Stream<Case> of(String file) {
        return StreamSupport.stream(read(file).spliterator(), false).map(Case::new);
    }

    /** The cases that expect something of this name. */
    static Stream<Case> expecting(String name, String file) {
        return of(file).filter(given -> given.expect().has(name));
    }

    /** A call of the service the vendor's signing examples use. */
    static ApiCall call(String region, String parameters) {
        ApiCatalog api = new Catalogs(
                        List.of(CatalogDocument.of("cvm.json", "cvm.json", () -> open("cvm-catalog.json"))))
                .get("cvm");
        return new ApiCall(api, api.action("DescribeInstances"), object(parameters), region);
    }

    /** A call of an API the component has. */
    static ApiCall call(String api, String action, String parameters) {
        return call(api, action, null, parameters);
    }

    static ApiCall call(String api, String action, String region, String parameters) {
        ApiCatalog catalog = CATALOGS.get(api);
        return new ApiCall(catalog, catalog.action(action), object(parameters), region);
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file) {
        try (InputStream in = open(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Cases.class.getResourceAsStream("/protocol/" + file);
    }

    /** The content of a request that is no form. */
    static byte[] bytes(WireRequest request) {
        return ((WireBody.Bytes) request.body()).content();
    }

    /** The content of a request that is no form. */
    static String text(WireRequest request) {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }
}
