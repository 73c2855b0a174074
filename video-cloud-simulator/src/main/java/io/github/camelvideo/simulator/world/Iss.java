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

import static io.github.camelvideo.simulator.world.IssDevice.State.DISABLED;
import static io.github.camelvideo.simulator.world.IssDevice.State.OFFLINE;
import static io.github.camelvideo.simulator.world.IssDevice.State.ONLINE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The surveillance platform (API {@code iss}): organizations with devices and their channels, gateways, recordings and AI results.
 *
 * <p>A new world has one organization with the id 1, a camera with one channel, a gateway with a recorder of two channels behind it,
 * and a domain; both devices are online. Safe for use by many threads.
 */
public final class Iss {

    /** Id of the root, the parent of the organizations at the top. */
    public static final String ROOT = "0";

    /** Kinds of {@link World#records}. */
    public static final String ORGANIZATIONS = "iss/organization";

    public static final String DEVICES = "iss/device";
    public static final String CHANNELS = "iss/channel";
    public static final String GATEWAYS = "iss/gateway";
    public static final String DOMAINS = "iss/domain";
    public static final String CLOUD_RECORDINGS = "iss/cloud-recording";
    public static final String DEVICE_RECORDINGS = "iss/device-recording";
    public static final String AI_RESULTS = "iss/ai-result";

    private static final int ID_DIGITS = 10;

    private final World world;
    private final Clock clock;

    Iss(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    void addFirstRecords() {
        Records domains = world.records(DOMAINS);
        String id = domains.newUuid();
        domains.save(id, IssRecords.domain(id));
        String organization = addOrganization("Headquarters");
        addDevice(organization, "Entrance", 1);
        addGatewayDevice(addGateway("Shop"), organization, "Recorder", 2);
    }

    /** Adds an organization at the top and returns its id. */
    public String addOrganization(String name) {
        return addOrganization(name, ROOT);
    }

    /** Adds an organization below another and returns its id. */
    public String addOrganization(String name, String parentId) {
        return world.exclusively(() -> {
            Records organizations = world.records(ORGANIZATIONS);
            String id = Long.toString(organizations.nextNumber());
            organizations.save(
                    id, IssRecords.object().put("Id", id).put("Name", name).put("ParentId", parentId));
            return id;
        });
    }

    /** Adds a GB28181 device that is online, with so many channels, and returns its id. */
    public String addDevice(String organizationId, String name, int channels) {
        required(ORGANIZATIONS, organizationId);
        return online(IssRecords.device(organizationId, name, channels > 1, 2), name, channels);
    }

    /** Adds a device behind a gateway that is online, with so many channels, and returns its id. */
    public String addGatewayDevice(String gatewayId, String organizationId, String name, int channels) {
        required(GATEWAYS, gatewayId);
        required(ORGANIZATIONS, organizationId);
        ObjectNode device = IssRecords.device(organizationId, name, channels > 1, 3);
        return online(device.put("GatewayId", gatewayId), name, channels);
    }

    private String online(ObjectNode parameters, String name, int channels) {
        return world.exclusively(() -> {
            String id = addDevice(parameters);
            for (int i = 1; i <= channels; i++) {
                addChannel(id, name + "-" + i);
            }
            setOnline(id, true);
            return id;
        });
    }

    /** Adds a device that is not registered yet from the parameters of {@code AddDevice}, unchecked; returns its id. */
    public String addDevice(ObjectNode parameters) {
        return world.exclusively(() -> {
            Records devices = world.records(DEVICES);
            String id = devices.newUuid();
            devices.save(id, IssRecords.complete(parameters, id, devices.newId(20)));
            return id;
        });
    }

    /** Adds a channel, which is online when its device is, and returns its id. */
    public String addChannel(String deviceId, String name) {
        return world.exclusively(() -> {
            boolean online = typed(required(DEVICES, deviceId)).online();
            Records channels = world.records(CHANNELS);
            String id = channels.newUuid();
            channels.save(id, IssRecords.channel(deviceId, id, channels.newId(20), name, online));
            return id;
        });
    }

    /** Removes a device with its channels; false when there is none of that id. */
    public boolean removeDevice(String id) {
        return world.exclusively(() -> {
            channelsOf(id).forEach(world.records(CHANNELS)::remove);
            return world.records(DEVICES).remove(id);
        });
    }

    /** Adds a gateway that is online and returns its id. */
    public String addGateway(String name) {
        return world.exclusively(() -> {
            Records gateways = world.records(GATEWAYS);
            String id = gateways.newUuid();
            gateways.save(id, IssRecords.gateway(id, gateways.newHexId(32), name, clock.instant()));
            return id;
        });
    }

    /** All devices in the order in which they were made. */
    public List<IssDevice> devices() {
        return world.records(DEVICES).all().stream().map(this::typed).toList();
    }

    /** The device of that id, or null. */
    public IssDevice device(String id) {
        ObjectNode device = world.records(DEVICES).get(id);
        return device == null ? null : typed(device);
    }

    /** Sets a device and its channels online, for which it registers, or offline; false when it is disabled. */
    public boolean setOnline(String deviceId, boolean online) {
        return world.exclusively(() -> {
            ObjectNode device = required(DEVICES, deviceId);
            if (device.path("Status").asInt() == DISABLED.ordinal()) {
                return false;
            }
            device.put("Status", (online ? ONLINE : OFFLINE).ordinal());
            world.records(DEVICES).save(deviceId, device);
            channelsOf(deviceId).forEach(channel -> setChannelOnline(channel, online));
            return true;
        });
    }

    /** Sets a channel online or offline. */
    public void setChannelOnline(String channelId, boolean online) {
        set(CHANNELS, channelId, "State", online);
    }

    /** Sets a gateway online or offline; the devices behind it stay as they are. */
    public void setGatewayOnline(String gatewayId, boolean online) {
        set(GATEWAYS, gatewayId, "Status", online);
    }

    private void set(String kind, String id, String field, boolean on) {
        world.exclusively(() -> {
            required(kind, id);
            return world.records(kind).change(id, record -> record.put(field, on ? 1 : 0));
        });
    }

    /** Adds a recording in the cloud. */
    public void addCloudRecording(String channelId, Instant begin, Instant end) {
        addRecording(CLOUD_RECORDINGS, channelId, begin, end);
    }

    /** Adds a recording on the device. */
    public void addDeviceRecording(String channelId, Instant begin, Instant end) {
        addRecording(DEVICE_RECORDINGS, channelId, begin, end);
    }

    private void addRecording(String kind, String channelId, Instant begin, Instant end) {
        world.exclusively(() -> {
            required(CHANNELS, channelId);
            Records recordings = world.records(kind);
            recordings.save(recordings.newId(ID_DIGITS), IssRecords.recording(channelId, begin, end));
            return null;
        });
    }

    /**
     * Adds what one AI call of a task has recognized.
     *
     * @param type such as {@code Pet} or {@code Car}
     */
    public void addAiResult(String taskId, String channelId, String type, Instant at) {
        addAiResult(taskId, channelId, type, at, IssRecords.recognized(type));
    }

    /** Adds what one AI call of a task has recognized; the details are in the vendor's form. */
    public void addAiResult(String taskId, String channelId, String type, Instant at, ObjectNode detail) {
        world.exclusively(() -> {
            Records results = world.records(AI_RESULTS);
            String id = results.newId(ID_DIGITS);
            ObjectNode result = JsonNodeFactory.instance
                    .objectNode()
                    .put("RecordId", id)
                    .put("TaskId", taskId)
                    .put("ChannelId", channelId)
                    .put("Type", type)
                    .put("At", at.getEpochSecond());
            result.putArray("Info").add(detail);
            results.save(id, result);
            return null;
        });
    }

    private IssDevice typed(ObjectNode device) {
        String id = device.path("Id").asText();
        return new IssDevice(
                id,
                device.path("Code").asText(),
                device.path("Name").asText(),
                device.path("OrganizationId").asText(),
                device.hasNonNull("GatewayId") ? device.path("GatewayId").asText() : null,
                IssDevice.State.values()[device.path("Status").asInt()],
                channelsOf(id));
    }

    private List<String> channelsOf(String deviceId) {
        return world.records(CHANNELS).where("DeviceId", deviceId).stream()
                .map(channel -> channel.path("ChannelId").asText())
                .toList();
    }

    private ObjectNode required(String kind, String id) {
        ObjectNode data = world.records(kind).get(id);
        if (data == null) {
            throw new IllegalArgumentException("There is no " + kind + " " + id + " in the world");
        }
        return data;
    }
}
