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
package io.github.camelvideo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor's way on the wire, as small as can be. Header {@code x-nonce} tells apart what was signed from what was repeated. */
public class ToyProtocol implements ApiProtocol {

    public static final ObjectMapper JSON = new ObjectMapper();

    public static final ApiCatalog API = new ApiCatalog(
            "toy",
            "Toy",
            null,
            "toy",
            "toy.example.com",
            null,
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(
                    "Busy", new ErrorCode("Busy", "too many calls", ErrorCode.Kind.THROTTLED, null),
                    "Broken", new ErrorCode("Broken", null, ErrorCode.Kind.UNAVAILABLE, null),
                    "Late", new ErrorCode("Late", null, ErrorCode.Kind.CLOCK, null),
                    "WrongKey", new ErrorCode("WrongKey", null, ErrorCode.Kind.CREDENTIALS, null)));

    private final AtomicInteger nonce = new AtomicInteger();

    /** A call with a body. */
    public static ApiCall read() {
        return call("Read", "POST", false, null);
    }

    /** A call with a body that changes something. */
    public static ApiCall write() {
        return call("Write", "POST", true, null);
    }

    public static ApiCall call(String name, String method, boolean mutates, Integer rate) {
        Action action = new Action(
                name,
                null,
                null,
                new Action.Wire(name, null, method, null, "/" + name, Action.Body.JSON, false, Set.of()),
                rate,
                false,
                List.of(),
                mutates,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null);
        return new ApiCall(API, action, JSON.createObjectNode().put("Name", "ü"), "north");
    }

    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-nonce", Integer.toString(nonce.incrementAndGet()));
        headers.put("x-key", credentials.id());
        headers.put("x-time", now.toString());
        headers.put("x-host", host);
        boolean bodiless = !call.action().wire().method().equals("POST");
        byte[] body = bodiless ? null : call.parameters().toString().getBytes(StandardCharsets.UTF_8);
        return new WireRequest(
                call.action().wire().method(),
                call.action().wire().path(),
                bodiless ? "Name=%C3%BC&Sign=a%2Bb~%2A%27" : null,
                headers,
                bodiless ? "application/x-www-form-urlencoded" : "application/json",
                body == null ? null : WireBody.of(body));
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        JsonNode json;
        try {
            json = JSON.readTree(answer.body());
        } catch (IOException e) {
            throw TransportException.unreadable(call, answer, "no JSON", e);
        }
        if (!json.isObject()) {
            throw TransportException.unreadable(call, answer, "empty", null);
        }
        if (json.has("error")) {
            throw ApiException.of(call.name(), API.error(json.get("error").asText()), "no", "id-1", answer.status());
        }
        return new ApiResponse(json, "id-2");
    }
}
