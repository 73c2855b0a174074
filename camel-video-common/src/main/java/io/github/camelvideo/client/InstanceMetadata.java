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
package io.github.camelvideo.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The metadata service of a cloud's virtual machines, which hands out temporary keys of the role that is attached to the machine.
 * Asked without any proxy, on the caller's thread, each request within the timeout.
 */
public final class InstanceMetadata {

    private static final String NAME = "instance metadata";

    /** As the vendors' tools: the service is one hop away or not there. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final BaseUrl target;
    private final CredentialsClient client;

    /**
     * @param url address of the service; plain HTTP is the rule, since it does not leave the machine's host
     * @param timeout time for one request with its response
     */
    public InstanceMetadata(String url, Duration timeout) {
        this.target = BaseUrl.of(url, true);
        this.client = CredentialsClient.withoutProxy(timeout);
    }

    /**
     * Reads a value.
     *
     * @param path path, encoded
     * @param headers headers of the request
     * @return the response, whatever its status
     * @throws CredentialsUnavailableException when none comes
     */
    public WireResponse get(String path, Map<String, String> headers) {
        return send(new WireRequest("GET", path, null, headers, null, null, null));
    }

    /** As {@link #get}, with PUT and no content. */
    public WireResponse put(String path, Map<String, String> headers) {
        return send(new WireRequest("PUT", path, null, headers, null, WireBody.of(new byte[0]), null));
    }

    private WireResponse send(WireRequest request) {
        try {
            return client.send(NAME, target, request);
        } catch (TransportException e) {
            throw new CredentialsUnavailableException(
                    e.getMessage()
                            + ". Only virtual machines of the vendor have this service. Elsewhere, set up another source"
                            + " of credentials.",
                    e);
        }
    }

    /** The text of a successful response, without blanks around it. */
    public static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8).strip();
    }

    /**
     * The name of the role that is attached to the machine.
     *
     * @param roles response to the request for it
     * @throws NoCredentialsException when none is attached
     */
    public String role(WireResponse roles) {
        String role = roles.status() == 200 ? text(roles) : "";
        if (role.isEmpty() && (roles.status() == 200 || roles.status() == 404)) {
            throw new NoCredentialsException(NAME + " at " + target
                    + ": no role is attached to this virtual machine. Attach one in the" + " vendor's console");
        }
        requireOk(roles, "the name of the role");
        return FormEncoding.percent(role.lines().findFirst().orElseThrow().strip());
    }

    /**
     * The key in a response.
     *
     * @throws CredentialsUnavailableException when it does not hold one
     */
    public JsonNode key(WireResponse response) {
        requireOk(response, "the key of the role");
        JsonNode key;
        try {
            key = ExactJson.parse(text(response));
        } catch (JsonProcessingException e) {
            // without its text, which quotes the content
            throw unusable("a key of the role that is not JSON");
        }
        String code = key.path("Code").asText("");
        if (!code.equals("Success")) {
            throw unusable("Code=" + code + " instead of a key");
        }
        return key;
    }

    private void requireOk(WireResponse response, String what) {
        if (response.status() != 200) {
            throw unusable("HTTP status " + response.status() + " to the request for " + what);
        }
    }

    private CredentialsUnavailableException unusable(String found) {
        return new CredentialsUnavailableException(
                NAME + " at " + target + ": it responded with " + found
                        + ". Check the role that is attached to this virtual machine, and its name.",
                null);
    }
}
