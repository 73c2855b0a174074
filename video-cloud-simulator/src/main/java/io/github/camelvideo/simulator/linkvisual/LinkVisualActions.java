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
package io.github.camelvideo.simulator.linkvisual;

import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** All actions of Link Visual. */
public final class LinkVisualActions {

    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final World world;
    private final Clock clock;
    private final Cameras cameras;
    private final Addresses addresses = new Addresses();

    private LinkVisualActions(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.cameras = new Cameras(world.linkVisual());
    }

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, Clock clock) {
        LinkVisualActions actions = new LinkVisualActions(world, clock);
        actions.addFootage();
        actions.addStreams();
        actions.addPlans();
        return actions.behaviours;
    }

    private void addFootage() {
        LinkVisual footage = world.linkVisual();
        LifeCycleActions recordingLives =
                new LifeCycleActions(cameras, world.records(LinkVisual.RECORDING_LIVES), clock);
        behaviours.put("SetDeviceRecordLifeCycle", recordingLives::set);
        behaviours.put("QueryDeviceRecordLifeCycle", recordingLives::ofMany);
        LifeCycleActions pictureLives = new LifeCycleActions(cameras, world.records(LinkVisual.PICTURE_LIVES), clock);
        behaviours.put("SetDevicePictureLifeCycle", pictureLives::set);
        behaviours.put("QueryDevicePictureLifeCycle", pictureLives::ofOne);
        EventActions events = new EventActions(footage, cameras, addresses);
        behaviours.put("QueryDeviceEvent", events::list);
        behaviours.put("QueryDeviceEventPicture", events::picture);
        behaviours.put("QueryDeviceEventRecord", events::recordings);
        PictureActions pictures = new PictureActions(footage, cameras, pictureLives, clock);
        behaviours.put("TriggerCapturePicture", pictures::capture);
        behaviours.put("QueryDevicePictureFile", pictures::find);
        behaviours.put("QueryPictureFiles", pictures::list);
        RecordingActions recordings = new RecordingActions(footage, cameras, recordingLives, addresses, clock);
        behaviours.put("TriggerRecord", recordings::trigger);
        behaviours.put("QueryRecord", recordings::list);
        behaviours.put("QueryMonthRecord", recordings::month);
        behaviours.put("QueryRecordUrl", recordings::address);
    }

    private void addStreams() {
        StreamActions streams = new StreamActions(cameras, addresses);
        behaviours.put("QueryLiveStreaming", streams::live);
        behaviours.put("StopLiveStreaming", streams::stop);
        behaviours.put("QueryDeviceVodUrl", streams::local);
    }

    private void addPlans() {
        TemplateActions templates = new TemplateActions(world);
        behaviours.put("CreateTimeTemplate", templates::create);
        behaviours.put("UpdateTimeTemplate", templates::update);
        behaviours.put("DeleteTimeTemplate", templates::delete);
        behaviours.put("QueryTimeTemplate", templates::list);
        behaviours.put("QueryTimeTemplateDetail", templates::detail);
        add("RecordPlan", new PlanActions(world, cameras, templates, false));
        add("EventRecordPlan", new PlanActions(world, cameras, templates, true));
    }

    private void add(String what, PlanActions plans) {
        behaviours.put("Create" + what, plans::create);
        behaviours.put("Update" + what, plans::update);
        behaviours.put("Delete" + what, plans::delete);
        behaviours.put("Query" + what + "s", plans::list);
        behaviours.put("Query" + what + "Detail", plans::detail);
        behaviours.put("Add" + what + "Device", plans::addDevice);
        behaviours.put("Delete" + what + "Device", plans::deleteDevice);
        behaviours.put("Query" + what + "DeviceByPlan", plans::devicesOfPlan);
        behaviours.put("Query" + what + "DeviceByDevice", plans::planOfDevice);
    }
}
