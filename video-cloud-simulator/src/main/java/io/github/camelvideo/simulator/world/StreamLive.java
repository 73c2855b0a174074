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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Inputs, channels and alerts of StreamLive (API {@code mdl}), for tests that do not want to make them by calls.
 *
 * <p>A new world has none. Statistics and logs follow from what happens here: a channel has statistics while it runs,
 * they are above zero while one of its inputs brings a stream, and its log says when a stream began and ended. Inputs
 * that pull bring one whenever their channel runs; to the others somebody must push. Times are whole seconds of the
 * simulator's clock. Safe for use by many threads.
 */
public final class StreamLive {

    /** The one region everything lives in. */
    public static final String REGION = "ap-mumbai";

    /** Kind of {@link World#records}: the inputs. */
    public static final String INPUTS = "mdl/input";

    /** Kind of {@link World#records}: the channels. */
    public static final String CHANNELS = "mdl/channel";

    /** Kind of {@link World#records}: when a channel ran, and what it was like then. */
    public static final String RUNS = "mdl/run";

    /** Kind of {@link World#records}: when somebody pushed to an input. */
    public static final String PUSHES = "mdl/push";

    /** Kind of {@link World#records}: the alerts. */
    public static final String ALERTS = "mdl/alert";

    static final int PIPELINES = 2;

    private static final int ID_LENGTH = 20;

    private final World world;
    private final Clock clock;
    private final OngoingRecords runs;
    private final OngoingRecords pushes;

    StreamLive(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.runs = new OngoingRecords(world.records(RUNS), "ChannelId");
        this.pushes = new OngoingRecords(world.records(PUSHES), "InputId");
    }

    /** Adds an input of type {@code RTMP_PUSH} with an address for each pipeline and returns its id. */
    public String addInput(String name) {
        return addInput(StreamLiveDefaults.input(name));
    }

    /** Adds an input from the parameters of {@code CreateStreamLiveInput}, unchecked, and returns its id. */
    public String addInput(ObjectNode parameters) {
        return world.exclusively(() -> {
            Records inputs = world.records(INPUTS);
            String id = inputs.newHexId(ID_LENGTH);
            ObjectNode input = parameters.deepCopy().put("Id", id).put("Region", REGION);
            input.withArray("SecurityGroupIds");
            inputs.save(id, input);
            return id;
        });
    }

    /** Adds an idle channel with one HLS output and one video template of 720p and returns its id. */
    public String addChannel(String name, String... inputIds) {
        return addChannel(StreamLiveDefaults.channel(name, inputIds));
    }

    /** Adds an idle channel from the parameters of {@code CreateStreamLiveChannel}, unchecked, and returns its id. */
    public String addChannel(ObjectNode parameters) {
        return world.exclusively(() -> {
            Records channels = world.records(CHANNELS);
            String id = channels.newHexId(ID_LENGTH);
            ObjectNode channel = parameters.deepCopy().put("Id", id).put("State", "IDLE");
            channel.withArray("AttachedInputs");
            channels.save(id, channel);
            return id;
        });
    }

    /** All channels in the order in which they were made. */
    public List<StreamLiveChannel> channels() {
        return world.records(CHANNELS).all().stream().map(StreamLive::typed).toList();
    }

    /** The channel of that id, or null. */
    public StreamLiveChannel channel(String id) {
        ObjectNode channel = world.records(CHANNELS).get(id);
        return channel == null ? null : typed(channel);
    }

    private static StreamLiveChannel typed(ObjectNode channel) {
        List<String> inputs = new ArrayList<>();
        channel.path("AttachedInputs")
                .forEach(input -> inputs.add(input.path("Id").asText()));
        return new StreamLiveChannel(
                channel.path("Id").asText(), channel.path("Name").asText(), isRunning(channel), inputs);
    }

    private static boolean isRunning(ObjectNode channel) {
        return channel.path("State").asText().equals("RUNNING");
    }

    /** Starts an idle channel; false when it runs. */
    public boolean start(String channelId) {
        return world.exclusively(() -> {
            ObjectNode channel = required(CHANNELS, channelId);
            if (isRunning(channel)) {
                return false;
            }
            ObjectNode run = JsonNodeFactory.instance.objectNode().set("Channel", channel);
            ArrayNode inputs = run.withArray("Inputs");
            typed(channel).inputIds().stream()
                    .map(world.records(INPUTS)::get)
                    .filter(Objects::nonNull)
                    .forEach(inputs::add);
            runs.begin(channelId, now(), run);
            world.records(CHANNELS).save(channelId, channel.put("State", "RUNNING"));
            return true;
        });
    }

    /** Stops a running channel; false when it is idle. */
    public boolean stop(String channelId) {
        return world.exclusively(() -> {
            ObjectNode channel = required(CHANNELS, channelId);
            if (!isRunning(channel)) {
                return false;
            }
            runs.end(channelId, now());
            world.records(CHANNELS).save(channelId, channel.put("State", "IDLE"));
            return true;
        });
    }

    /** Lets somebody push a stream to an input, on both pipelines; does nothing when somebody does already. */
    public void startPush(String inputId) {
        world.exclusively(() -> {
            String type = required(INPUTS, inputId).path("Type").asText();
            if (!type.endsWith("_PUSH")) {
                throw new IllegalArgumentException(
                        "Input " + inputId + " is of type " + type + ": it pulls its stream while its channel runs");
            }
            if (!isPushed(inputId)) {
                pushes.begin(inputId, now(), JsonNodeFactory.instance.objectNode());
            }
            return null;
        });
    }

    /** Ends the push to an input, if there is one. */
    public void stopPush(String inputId) {
        world.exclusively(() -> {
            pushes.end(inputId, now());
            return null;
        });
    }

    /** Whether somebody pushes to an input now. */
    public boolean isPushed(String inputId) {
        return pushes.goesOn(inputId);
    }

    /** Raises an alert on pipeline 0 or 1 of a channel and returns an id by which to clear it. */
    public String raiseAlert(String channelId, int pipeline, String type, String message) {
        if (pipeline < 0 || pipeline >= PIPELINES) {
            throw new IllegalArgumentException("A channel has the pipelines 0 and 1, not " + pipeline);
        }
        return world.exclusively(() -> {
            required(CHANNELS, channelId);
            ObjectNode alert = JsonNodeFactory.instance
                    .objectNode()
                    .put("ChannelId", channelId)
                    .put("Pipeline", pipeline)
                    .put("SetTime", now())
                    .put("ClearTime", "")
                    .put("Type", type)
                    .put("Message", message);
            return OngoingRecords.add(world.records(ALERTS), alert);
        });
    }

    /** Clears an alert; false when the id is unknown or the alert was cleared before. */
    public boolean clearAlert(String alertId) {
        return world.exclusively(() -> {
            ObjectNode alert = world.records(ALERTS).get(alertId);
            if (alert == null || !alert.path("ClearTime").asText().isEmpty()) {
                return false;
            }
            world.records(ALERTS).save(alertId, alert.put("ClearTime", now()));
            return true;
        });
    }

    private ObjectNode required(String kind, String id) {
        ObjectNode data = world.records(kind).get(id);
        if (data == null) {
            throw new IllegalArgumentException("There is no " + kind + " " + id + " in the world");
        }
        return data;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
