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
package io.github.camelvideo.simulator.api.linkvisual;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** All actions of Link Visual: templates and plans as declared, and what cameras record. */
public final class LinkVisualActions {

    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final World world;
    private final AnswerBuilder answers;
    private final Clock clock;
    private final Cameras cameras;
    private final Addresses addresses = new Addresses();

    private LinkVisualActions(World world, AnswerBuilder answers, Clock clock) {
        this.world = world;
        this.answers = answers;
        this.clock = clock;
        this.cameras = new Cameras(world.linkVisual());
    }

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(ApiCatalog api, World world, AnswerBuilder answers, Clock clock) {
        LinkVisualActions actions = new LinkVisualActions(world, answers, clock);
        actions.addPlans(api);
        actions.addMedia();
        actions.addStreams();
        return actions.behaviours;
    }

    private void addPlans(ApiCatalog api) {
        PlanDeviceActions plans = new PlanDeviceActions("RecordPlan", LinkVisual.PLANS, world, cameras, answers);
        PlanDeviceActions eventPlans =
                new PlanDeviceActions("EventRecordPlan", LinkVisual.EVENT_PLANS, world, cameras, answers);
        behaviours.putAll(new ResourceActions(api, world, answers, clock)
                .show(LinkVisual.PLANS, plans::withTemplate)
                .show(LinkVisual.EVENT_PLANS, eventPlans::withTemplate)
                .behaviours());
        plans.addTo(behaviours);
        eventPlans.addTo(behaviours);
    }

    private void addMedia() {
        LinkVisual media = world.linkVisual();
        LifeCycleActions recordingLives =
                new LifeCycleActions(cameras, world.records(LinkVisual.RECORDING_LIVES), clock);
        behaviours.put("SetDeviceRecordLifeCycle", recordingLives::set);
        behaviours.put("QueryDeviceRecordLifeCycle", recordingLives::ofMany);
        LifeCycleActions pictureLives = new LifeCycleActions(cameras, world.records(LinkVisual.PICTURE_LIVES), clock);
        behaviours.put("SetDevicePictureLifeCycle", pictureLives::set);
        behaviours.put("QueryDevicePictureLifeCycle", pictureLives::ofOne);
        EventActions events = new EventActions(media, cameras, answers, addresses);
        behaviours.put("QueryDeviceEvent", events::list);
        behaviours.put("QueryDeviceEventPicture", events::picture);
        behaviours.put("QueryDeviceEventRecord", events::recordings);
        PictureActions pictures = new PictureActions(media, cameras, answers, pictureLives, clock);
        behaviours.put("TriggerCapturePicture", pictures::capture);
        behaviours.put("QueryDevicePictureFile", pictures::find);
        behaviours.put("QueryPictureFiles", pictures::list);
        RecordingActions recordings = new RecordingActions(media, cameras, answers, recordingLives, addresses, clock);
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
}
