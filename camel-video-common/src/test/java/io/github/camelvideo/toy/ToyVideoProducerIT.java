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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class ToyVideoProducerIT extends ToyVideoTestSupport {

    @Test
    void callsTheActionWithTheParametersOfUriAndBody() {
        cloud.alarm("a1", NOW, "c1", "motion").alarm("a2", NOW, "c2", "line");

        Exchange exchange = call("ListAlarms?Kind=all&Limit=5", Map.of("CameraId", "c2"));

        assertThat(exchange.getException()).isNull();
        Map<?, ?> body = exchange.getMessage().getBody(Map.class);
        assertThat(body.get("Total")).isEqualTo(1);
        assertThat(cloud.calls("ListAlarms").get(0).parameters().toString())
                .isEqualTo("{\"Kind\":\"all\",\"Limit\":5,\"CameraId\":\"c2\"}");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelToyVideoAction", "toy/ListAlarms")
                .containsEntry("CamelToyVideoRequestId", "request-1")
                .containsEntry("CamelToyVideoTotalCount", 1L);
    }

    @Test
    void aRefusalIsAnExceptionWithTheMeaningOfTheCatalog() {
        Exchange exchange = call("RenameCamera", Map.of("CameraId", "gone", "Name", "gate"));

        ApiException refusal = exchange.getException(ApiException.class);
        assertThat(refusal.getCode()).isEqualTo("NoSuchCamera");
        assertThat(refusal.getMeaning()).isEqualTo("no camera of that ID");
        assertThat(refusal.getKind()).isEqualTo(ErrorCode.Kind.OTHER);
        assertThat(refusal.getRequestId()).isEqualTo("request-1");
        assertThat(refusal.getCall()).isEqualTo("toy/RenameCamera");
    }

    @Test
    void aWrongSecretIsRefusedAndNotShown() {
        Exchange exchange = call("ListCameras?keySecret=RAW(topsecret)", null);

        assertThat(exchange.getException())
                .isInstanceOf(CredentialsRefusedException.class)
                .hasMessageContaining("WrongKey")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void aWriteThatMayHaveBeenExecutedIsNotRetriedAndAReadIs() {
        cloud.camera("c1", "old").refuseNext("Broken");

        Exchange write = call("RenameCamera", Map.of("CameraId", "c1", "Name", "gate"));
        cloud.refuseNext("Broken");
        Exchange read = call("ListCameras", null);

        assertThat(write.getException()).isInstanceOf(ApiException.class);
        assertThat(cloud.calls("RenameCamera")).hasSize(1);
        assertThat(read.getException()).isNull();
        assertThat(cloud.calls("ListCameras")).hasSize(2);
    }

    @Test
    void pagingAllCollectsTheItemsOfEveryPage() {
        List<String> names = cameras(25);

        Exchange exchange = call("ListCameras?paging=ALL&PageSize=10", null);

        assertThat(names(exchange.getMessage().getBody(List.class))).isEqualTo(names);
        assertThat(exchange.getMessage().getHeader("CamelToyVideoTotalCount")).isEqualTo(25L);
        assertThat(cloud.calls("ListCameras"))
                .as("three pages, and an empty one that proves the end")
                .hasSize(4);
    }

    @Test
    void pagingStreamReadsAPageWhenItIsNeeded() {
        cameras(25);

        Iterator<?> items =
                call("ListCameras?paging=STREAM&PageSize=10", null).getMessage().getBody(Iterator.class);

        IntStream.range(0, 10).forEach(i -> items.next());
        assertThat(cloud.calls("ListCameras")).hasSize(1);
        items.next();
        assertThat(cloud.calls("ListCameras")).hasSize(2);
    }

    @Test
    void pagingAllFollowsTokens() {
        IntStream.range(0, 5).forEach(i -> cloud.recording("f" + i, NOW.plusSeconds(i), "c1"));

        Exchange exchange = call("ListRecordings?paging=ALL&CameraId=c1", null);

        List<?> items = exchange.getMessage().getBody(List.class);
        assertThat(items).hasSize(5);
        assertThat(cloud.calls("ListRecordings").stream()
                        .map(call -> call.parameters().path("Token").asText())
                        .toList())
                .containsExactly("", "2", "4");
    }

    @Test
    void anAnswerBeyondMaxAnswerSizeFailsWithTheRemedy() {
        cameras(10);

        Exchange exchange = call("ListCameras?maxAnswerSize=100", null);

        assertThat(exchange.getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContainingAll("toy/ListCameras", "maxAnswerSize=100", "raise maxAnswerSize");
        assertThat(cloud.calls("ListCameras")).hasSize(1);
    }

    @Test
    void aMaximumThatIsNoSizeIsRefused() {
        assertThatThrownBy(() -> context.getEndpoint("toy-video:ListCameras?maxAnswerSize=0"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasStackTraceContaining("maxAnswerSize=0: must be between 1 and");
    }

    @Test
    void aMistypedParameterIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> context.getEndpoint("toy-video:ListCameras?PageSiz=3"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasRootCauseInstanceOf(InvalidRequestException.class)
                .hasStackTraceContaining("PageSize");
    }

    @Test
    void allEndpointsShareOneProtocol() throws Exception {
        call("ListCameras", null);
        call("ListAlarms?Kind=all", null);
        call("ListCameras?maxRetries=0", null);

        assertThat(component().protocolsMade()).isEqualTo(1);
    }

    @Test
    void toDynamicUsesOneEndpointForAllValues() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alarms").toD("toy-video:ListAlarms?Kind=all&CameraId=${header.camera}");
            }
        });

        for (String camera : List.of("c1", "c2", "c3")) {
            template.requestBodyAndHeader("direct:alarms", null, "camera", camera);
        }

        assertThat(cloud.calls("ListAlarms").stream()
                        .map(call -> call.parameters().path("CameraId").asText())
                        .toList())
                .containsExactly("c1", "c2", "c3");
        assertThat(context.getEndpoints().stream().filter(ToyVideoEndpoint.class::isInstance))
                .hasSize(1);
    }

    private List<String> cameras(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "camera " + i).toList();
        names.forEach(name -> cloud.camera("id of " + name, name));
        return names;
    }

    private static List<?> names(List<?> cameras) {
        return cameras.stream().map(camera -> ((Map<?, ?>) camera).get("Name")).toList();
    }
}
