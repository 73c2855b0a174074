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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.request.FileContent;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The content of a request.
 *
 * @param type content type, or null without content
 * @param body content, or null
 */
record IssContent(String type, WireBody body) {

    static IssContent of(ApiCall call, ObjectNode parameters, Supplier<String> boundaries) {
        if (parameters == null) {
            return new IssContent(null, null);
        }
        if (call.action().wire().body() == Action.Body.MULTIPART) {
            return multipart(call, parameters, boundaries.get());
        }
        return new IssContent("application/json", WireBody.of(ExactJson.bytes(parameters)));
    }

    private static IssContent multipart(ApiCall call, ObjectNode parameters, String boundary) {
        if (parameters.isEmpty()) {
            throw new InvalidRequestException(
                    call.name() + ": not sent: a form must have at least one parameter. Give the file to send.");
        }
        List<WireBody.Part> parts = new ArrayList<>(parameters.size());
        parameters.properties().forEach(parameter -> parts.add(part(call, parameter.getKey(), parameter.getValue())));
        WireBody.Multipart form = new WireBody.Multipart(boundary, parts);
        return new IssContent(form.contentType(), form);
    }

    private static WireBody.Part part(ApiCall call, String name, JsonNode value) {
        FileContent file = FileContent.of(value);
        return file == null
                ? WireBody.Part.text(name, value.isContainerNode() ? value.toString() : value.asText())
                : file(call, name, file);
    }

    private static WireBody.Part file(ApiCall call, String name, FileContent file) {
        // servers tell a file from a field by its file name
        String fileName = file.name() == null ? name : file.name();
        try {
            return new WireBody.Part(name, fileName, "application/octet-stream", file.length(), file::open);
        } catch (IOException e) {
            throw new InvalidRequestException(
                    call.name() + ": not sent: parameter '" + name + "': " + file
                            + " cannot be read. Check that it is there for as long as the call takes.",
                    e);
        }
    }
}
