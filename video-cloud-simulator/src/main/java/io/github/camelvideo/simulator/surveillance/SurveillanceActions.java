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
package io.github.camelvideo.simulator.surveillance;

import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The actions of the surveillance platform, all of which look into the world. */
public final class SurveillanceActions {

    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final World world;
    private final Clock clock;
    private final Shown shown;
    private final Cameras cameras;

    private SurveillanceActions(World world, Shapes shapes, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.shown = new Shown(shapes);
        this.cameras = new Cameras(world);
    }

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, Shapes shapes, Clock clock) {
        SurveillanceActions actions = new SurveillanceActions(world, shapes, clock);
        actions.addPlatform();
        actions.addDevices();
        actions.addRecordings();
        actions.addFamilies();
        actions.addAi();
        actions.addGateways();
        return actions.behaviours;
    }

    private void addPlatform() {
        DomainActions domains = new DomainActions(world);
        behaviours.put("DescribeDomainRegion", domains::freeNodes);
        behaviours.put("DescribeDeviceRegion", domains::nodesWithDomain);
        behaviours.put("DescribeCNAME", domains::cname);
        behaviours.put("CheckDomain", domains::check);
        behaviours.put("AddDomain", domains::add);
        behaviours.put("UpdateDomain", domains::update);
        behaviours.put("DeleteDomain", domains::delete);
        behaviours.put("ListDomains", domains::list);
        StreamAuthActions auth = new StreamAuthActions(world);
        behaviours.put("UpdateStreamAuth", auth::update);
        behaviours.put("DescribeStreamAuth", auth::read);
        OrganizationActions organizations = new OrganizationActions(cameras);
        behaviours.put("AddOrganization", organizations::add);
        behaviours.put("UpdateOrganization", organizations::rename);
        behaviours.put("DeleteOrganization", organizations::delete);
        behaviours.put("ListOrganizations", organizations::list);
    }

    private void addDevices() {
        DeviceActions devices = new DeviceActions(cameras, shown);
        behaviours.put("AddDevice", devices::add);
        behaviours.put("UpdateDevice", devices::update);
        behaviours.put("UpdateDeviceStatus", devices::updateStatus);
        behaviours.put("UpdateDeviceOrganization", devices::move);
        behaviours.put("DeleteDevice", devices::delete);
        behaviours.put("DescribeDevice", devices::describe);
        behaviours.put("ListDevices", devices::list);
        behaviours.put("ListDeviceChannels", devices::channels);
        behaviours.put("RefreshDeviceChannels", devices::refresh);
        ImportActions imports = new ImportActions(cameras, clock);
        behaviours.put("ImportDevices", imports::start);
        behaviours.put("DescribeDeviceImportProgress", imports::progress);
        behaviours.put("ExportDeviceImportResult", imports::result);
        behaviours.put("ExportDevices", devices::export);
        ControlActions control = new ControlActions(cameras);
        behaviours.put("ControlDevicePTZ", control::move);
        behaviours.put("ControlDevicePreset", control::preset);
        behaviours.put("ListDevicePresets", control::presets);
    }

    private void addRecordings() {
        Streams streams = new Streams(cameras);
        behaviours.put("DescribeLiveStreamUrl", streams::live);
        Recordings recordings = new Recordings(world, clock);
        RecordingActions cloud = new RecordingActions(cameras, streams, recordings, clock);
        behaviours.put("DescribeCloudRecordTimeline", cloud::timeline);
        behaviours.put("DescribeCloudRecordPlaybackUrl", cloud::playback);
        behaviours.put("DescribeCloudRecordDownloadUrl", cloud::download);
        DeviceRecordingActions devices = new DeviceRecordingActions(cameras, streams, recordings);
        behaviours.put("DescribeDeviceRecordTimeline", devices::timeline);
        behaviours.put("DescribeDeviceRecordUrl", devices::play);
        behaviours.put("ControlDeviceRecordPlayback", devices::control);
        RetrieveActions tasks = new RetrieveActions(cameras, recordings, shown, clock);
        behaviours.put("AddRecordRetrieveTask", tasks::add);
        behaviours.put("DeleteRecordRetrieveTask", tasks::delete);
        behaviours.put("DescribeRecordRetrieveTask", tasks::describe);
        behaviours.put("ListRecordRetrieveTasks", tasks::list);
    }

    private void addFamilies() {
        Recordings recordings = new Recordings(world, clock);
        Stock plans = Family.PLANS.stock(world);
        Stock templates = Family.TEMPLATES.stock(world);
        add(Family.TEMPLATES, new TemplateRules(plans, recordings::keep));
        add(Family.PLANS, new PlanRules(cameras, plans, templates, false, recordings::keep));
        Stock backupPlans = Family.BACKUP_PLANS.stock(world);
        Stock backupTemplates = Family.BACKUP_TEMPLATES.stock(world);
        add(Family.BACKUP_TEMPLATES, new TemplateRules(backupPlans, plan -> {}));
        add(Family.BACKUP_PLANS, new PlanRules(cameras, backupPlans, backupTemplates, true, plan -> {}));
        PlanChannelActions channels = new PlanChannelActions(cameras);
        behaviours.put("ListRecordPlanDevices", channels::ofPlan);
        behaviours.put("ListRecordBackupPlanDevices", channels::ofBackupPlan);
        behaviours.put("ListRecordPlanChannels", channels::all);
        behaviours.put("ListOrganizationChannels", channels::ofOrganization);
        behaviours.put("DescribeOrganizationChannelCount", channels::count);
    }

    private void add(Family family, FamilyRules rules) {
        new FamilyActions(world, clock, shown, family, rules).addTo(behaviours);
    }

    private void addAi() {
        AiTaskActions tasks = new AiTaskActions(cameras, shown, clock);
        behaviours.put("CreateAITask", tasks::create);
        behaviours.put("UpdateAITask", tasks::update);
        behaviours.put("DeleteAITask", tasks::delete);
        behaviours.put("UpdateAITaskStatus", tasks::turn);
        behaviours.put("GetAITaskDetail", tasks::detail);
        behaviours.put("ListAITasks", tasks::list);
        behaviours.put("GetAITaskResult", new AiResultActions(cameras, tasks)::read);
    }

    private void addGateways() {
        GatewayActions gateways = new GatewayActions(cameras, shown, clock);
        behaviours.put("ListGateways", gateways::list);
        behaviours.put("DescribeGateway", gateways::describe);
        behaviours.put("DescribeGatewayMonitor", gateways::monitor);
        behaviours.put("ListGatewayDevices", gateways::devices);
        behaviours.put("ListGatewayProtocols", gateways::protocols);
        behaviours.put("DescribeGatewayVersion", gateways::version);
        behaviours.put("UpgradeGateway", gateways::upgrade);
        behaviours.put("UpdateGateway", gateways::update);
        behaviours.put("DeleteGateway", gateways::delete);
    }
}
