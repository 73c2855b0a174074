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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.net.ServerSocketFactory;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/**
 * The toy vendor over HTTP on the loopback address: keeps cameras, alarms and recordings, answers periods and pages of them, verifies
 * signatures, and gives scripted responses first. Thread-safe.
 */
public final class ToyCloud implements AutoCloseable {

    public static final String KEY_ID = "toy-key";
    public static final String KEY_SECRET = "toy-secret";

    /** Recordings on a page: the vendor decides. */
    private static final int RECORDINGS_PER_PAGE = 2;

    private static final int DEFAULT_PAGE_SIZE = 10;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger requestIds = new AtomicInteger();
    private final Queue<MockResponse> scripted = new ConcurrentLinkedQueue<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final List<Item> cameras = new CopyOnWriteArrayList<>();
    private final List<Item> alarms = new CopyOnWriteArrayList<>();
    private final List<Item> recordings = new CopyOnWriteArrayList<>();
    private final List<Item> lenses = new CopyOnWriteArrayList<>();
    private final List<Item> viewers = new CopyOnWriteArrayList<>();
    private volatile BiFunction<Call, MockResponse, MockResponse> faults = (call, response) -> response;

    /**
     * A call that was received, whatever it was answered.
     *
     * @param action the action
     * @param parameters its parameters
     */
    public record Call(String action, ObjectNode parameters) {}

    private record Item(Instant time, ObjectNode body) {}

    /** Sockets that send at once: the server writes head and body apart, and the second would wait 40 ms for an acknowledgement. */
    private static final class PromptSockets extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket accepted = super.accept();
                    accepted.setTcpNoDelay(true);
                    return accepted;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException("a socket is bound by the server");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            return createServerSocket(port);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            return createServerSocket(port);
        }
    }

    public ToyCloud() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                held.await();
                return answer(request).setHeader("x-request-id", "request-" + requestIds.incrementAndGet());
            }
        });
        server.setServerSocketFactory(new PromptSockets());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public ToyCloud camera(String id, String name) {
        cameras.add(new Item(null, ExactJson.object().put("CameraId", id).put("Name", name)));
        return this;
    }

    /** @param kind {@code motion} or {@code line} */
    public ToyCloud alarm(String id, Instant time, String camera, String kind) {
        alarms.add(new Item(
                time,
                ExactJson.object()
                        .put("Id", id)
                        .put("Time", time.toString())
                        .put("CameraId", camera)
                        .put("Kind", kind)));
        return this;
    }

    /** A motion of camera {@code c1}. */
    public ToyCloud alarm(String id, Instant time) {
        return alarm(id, time, "c1", "motion");
    }

    public void removeAlarm(String id) {
        alarms.removeIf(alarm -> alarm.body().path("Id").asText().equals(id));
    }

    public ToyCloud recording(String file, Instant begin, String camera) {
        recordings.add(new Item(
                begin,
                ExactJson.object()
                        .put("File", file)
                        .put("BeginTime", begin.toEpochMilli())
                        .put("CameraId", camera)));
        return this;
    }

    public ToyCloud lens(String camera, String name) {
        lenses.add(new Item(null, ExactJson.object().put("CameraId", camera).put("Lens", name)));
        return this;
    }

    /** The camera and all that belongs to it is no more. */
    public void removeCamera(String id) {
        cameras.removeIf(item -> item.body().path("CameraId").asText().equals(id));
        lenses.removeIf(item -> item.body().path("CameraId").asText().equals(id));
    }

    /** How many watched a lens in a minute. */
    public ToyCloud viewers(Instant minute, String camera, String lens, int count) {
        viewers.add(new Item(
                minute,
                ExactJson.object().put("CameraId", camera).put("Lens", lens).put("Viewers", count)));
        return this;
    }

    /** Answers the next calls, of whatever action, with these responses. */
    public ToyCloud next(MockResponse... responses) {
        scripted.addAll(List.of(responses));
        return this;
    }

    /** Refuses the next calls, of whatever action, with these codes. */
    public ToyCloud refuseNext(String... codes) {
        for (String code : codes) {
            scripted.add(refusal(code));
        }
        return this;
    }

    /** Answers nothing until this is counted down. */
    public ToyCloud holdUntil(CountDownLatch released) {
        held = released;
        return this;
    }

    /**
     * Changes responses before they are sent, until the next call of this.
     *
     * @param faults from the call and the response it would get, by any thread
     */
    public ToyCloud faults(BiFunction<Call, MockResponse, MockResponse> faults) {
        this.faults = faults;
        return this;
    }

    /** The calls of an action that were received, in their order. */
    public List<Call> calls(String action) {
        return calls.stream().filter(call -> call.action().equals(action)).toList();
    }

    private MockResponse answer(RecordedRequest request) {
        byte[] body = request.getBody().readByteArray();
        String action = request.getRequestUrl().pathSegments().get(0);
        try {
            ObjectNode parameters = (ObjectNode) ExactJson.parse(body);
            Call call = new Call(action, parameters);
            calls.add(call);
            MockResponse response = scripted.poll();
            if (response != null) {
                return response;
            }
            return faults.apply(call, isSigned(request, body) ? answer(action, parameters) : refusal("WrongKey"));
        } catch (IOException e) {
            return new MockResponse().setResponseCode(400).setBody("no JSON");
        }
    }

    private static boolean isSigned(RecordedRequest request, byte[] body) {
        String expected = ToyProtocol.signature(
                KEY_SECRET,
                request.getMethod(),
                request.getRequestUrl().encodedPath(),
                request.getRequestUrl().encodedQuery(),
                Map.of(
                        "x-host", request.getHeader("Host"),
                        "x-time", request.getHeader("x-time"),
                        "x-nonce", request.getHeader("x-nonce")),
                body);
        return KEY_ID.equals(request.getHeader("x-key")) && expected.equals(request.getHeader("x-signature"));
    }

    private MockResponse answer(String action, ObjectNode parameters) {
        return switch (action) {
            case "ListCameras" -> {
                int size = parameters.path("PageSize").asInt(DEFAULT_PAGE_SIZE);
                yield page(cameras, "Cameras", (parameters.path("Page").asInt(1) - 1) * size, size);
            }
            case "ListAlarms" ->
                page(
                        alarmsOf(parameters),
                        "Alarms",
                        parameters.path("Offset").asInt(),
                        parameters.path("Limit").asInt(DEFAULT_PAGE_SIZE));
            case "ListRecordings" -> recordingsOf(parameters);
            case "ListLenses" -> lensesOf(parameters);
            case "ListViewers" -> viewersOf(parameters);
            case "RenameCamera" -> rename(parameters);
            default -> ok(ExactJson.object());
        };
    }

    private List<Item> alarmsOf(ObjectNode parameters) {
        Instant begin = instant(parameters.path("Begin").asText("1970-01-01T00:00:00Z"));
        Instant end = instant(parameters.path("End").asText("9999-01-01T00:00:00Z"));
        Comparator<Item> byTime = Comparator.comparing(Item::time);
        return alarms.stream()
                .filter(alarm -> !alarm.time().isBefore(begin) && !alarm.time().isAfter(end))
                .filter(alarm -> matches(alarm, parameters, "CameraId"))
                .filter(alarm -> parameters.path("Kind").asText().equals("all") || matches(alarm, parameters, "Kind"))
                .sorted(parameters.path("Order").asText().equals("asc") ? byTime : byTime.reversed())
                .toList();
    }

    private MockResponse recordingsOf(ObjectNode parameters) {
        Instant begin = Instant.ofEpochMilli(parameters.path("BeginTime").asLong());
        Instant end = Instant.ofEpochMilli(parameters.path("EndTime").asLong(Long.MAX_VALUE));
        List<Item> found = recordings.stream()
                .filter(item -> !item.time().isBefore(begin) && !item.time().isAfter(end))
                .filter(item -> matches(item, parameters, "CameraId"))
                .sorted(Comparator.comparing(Item::time))
                .toList();
        int from = parameters.path("Token").asInt();
        int to = Math.min(from + RECORDINGS_PER_PAGE, found.size());
        ObjectNode answer = ExactJson.object();
        answer.set("Recordings", bodies(found.subList(from, to)));
        if (to < found.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return ok(answer);
    }

    private MockResponse lensesOf(ObjectNode parameters) {
        ArrayNode names = ExactJson.array();
        lenses.stream()
                .filter(lens -> matches(lens, parameters, "CameraId"))
                .forEach(lens -> names.add(lens.body().get("Lens")));
        return ok(ExactJson.object().set("Lenses", names));
    }

    private MockResponse viewersOf(ObjectNode parameters) {
        if (lenses.stream().noneMatch(lens -> matches(lens, parameters, "CameraId"))) {
            return refusal("NoSuchCamera");
        }
        Instant begin = instant(parameters.path("Begin").asText());
        Instant end = instant(parameters.path("End").asText());
        ArrayNode minutes = ExactJson.array();
        viewers.stream()
                .filter(item -> !item.time().isBefore(begin) && !item.time().isAfter(end))
                .filter(item -> matches(item, parameters, "CameraId") && matches(item, parameters, "Lens"))
                .forEach(item -> minutes.addObject()
                        .put("Time", item.time().toString())
                        .set("Viewers", item.body().get("Viewers")));
        return ok(ExactJson.object().set("Minutes", minutes));
    }

    private MockResponse rename(ObjectNode parameters) {
        List<Item> found = cameras.stream()
                .filter(camera -> matches(camera, parameters, "CameraId"))
                .toList();
        found.forEach(camera -> camera.body().set("Name", parameters.get("Name")));
        return found.isEmpty() ? refusal("NoSuchCamera") : ok(ExactJson.object());
    }

    private static boolean matches(Item item, ObjectNode parameters, String name) {
        JsonNode wanted = parameters.get(name);
        return wanted == null || wanted.equals(item.body().get(name));
    }

    private static Instant instant(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    private static MockResponse page(List<Item> all, String name, int from, int size) {
        List<Item> found = new ArrayList<>(all);
        ObjectNode answer = ExactJson.object().put("Total", found.size());
        answer.set(name, bodies(found.subList(Math.min(from, found.size()), Math.min(from + size, found.size()))));
        return ok(answer);
    }

    private static ArrayNode bodies(List<Item> items) {
        ArrayNode bodies = ExactJson.array();
        items.forEach(item -> bodies.add(item.body()));
        return bodies;
    }

    public static MockResponse ok(JsonNode content) {
        return new MockResponse().setHeader("Content-Type", "application/json").setBody(content.toString());
    }

    public static MockResponse refusal(String code) {
        return ok(ExactJson.object().put("error", code).put("message", "refused by the test"));
    }

    @Override
    public void close() {
        try {
            server.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
