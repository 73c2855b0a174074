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
package io.github.camelvideo.docs;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.spi.Registry;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The routes that docs/feeds.md and the guides about running feeds explain, one for each thing. */
final class FeedRoutes {

    private FeedRoutes() {}

    static final class Acknowledged extends RouteBuilder {
        @Override
        public void configure() {
            // region acknowledge
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&acknowledge=ResetWarning")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class OverABroker extends RouteBuilder {
        @Override
        public void configure() {
            // region broker
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets")
                    .setHeader("alarmKey", header("CamelTencentVideoItemKey"))
                    .setHeader("alarmTime", header("CamelTencentVideoItemTime").convertToString())
                    .marshal()
                    .json()
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class InOneTransaction extends RouteBuilder {
        @Override
        public void configure() {
            // region transaction
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H"
                            + "&offsetRepository=#offsets&positionCommit=transaction")
                    .to("sql:insert into alarm (id, device)"
                            + " values (:#${header.CamelTencentVideoItemKey}, :#${body[DeviceId]})");
            // end
        }
    }

    /** The beans of {@link InOneTransaction}. */
    static final class OneDatabase {

        private OneDatabase() {}

        static void bind(Registry registry, DataSource database) {
            // region transaction-beans
            JdbcOffsetRepository offsets = new JdbcOffsetRepository(database);
            offsets.setCreateTable(true);
            registry.bind("offsets", offsets);
            registry.bind("database", database);
            registry.bind("transactions", new DataSourceTransactionManager(database));
            // end
        }
    }

    static final class Once extends RouteBuilder {
        @Override
        public void configure() {
            // region once
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets")
                    .idempotentConsumer(header("CamelTencentVideoItemKey"))
                    .idempotentRepository("seen")
                    .eager(false)
                    .to("bean:tickets");
            // end
        }
    }

    static final class HandledFailures extends RouteBuilder {
        @Override
        public void configure() {
            // region handled
            onException(Exception.class)
                    .maximumRedeliveries(2)
                    .redeliveryDelay(100)
                    .handled(true)
                    .to("jms:queue:alarms.failed");

            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H")
                    .routeId("handled")
                    .to("bean:tickets");
            // end
        }
    }

    static final class LimitedRedeliveries extends RouteBuilder {
        @Override
        public void configure() {
            // region poison
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&maxRedeliveries=2&delay=1000")
                    .to("bean:tickets");
            // end
        }
    }

    static final class DeadLetters extends RouteBuilder {
        @Override
        public void configure() {
            // region deadLetter
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&delay=1000"
                            + "&maxRedeliveries=2&onFailure=jms:queue:alarms.failed")
                    .to("bean:tickets");
            // end
        }
    }

    static final class CommitAtIntervals extends RouteBuilder {
        @Override
        public void configure() {
            // region commit
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H"
                            + "&offsetRepository=#offsets&positionCommit=5s")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class InParallel extends RouteBuilder {
        @Override
        public void configure() {
            // region parallel
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&maxMessagesPerPoll=500")
                    .threads(8)
                    .to("bean:tickets");
            // end
        }
    }

    static final class OnOneNode extends RouteBuilder {
        @Override
        public void configure() throws Exception {
            // region master
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot("data/cluster");
            cluster.setAcquireLockInterval(1);
            getContext().addService(cluster);

            from("master:alarms:tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets"
                            + "&lagAlarm=5m")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class SharedDevices extends RouteBuilder {
        @Override
        public void configure() {
            // region share
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&forEach=DeviceId&forEachIn=#devices"
                            + "&offsetRepository=#offsets&share=cameras")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class ManyDevices extends RouteBuilder {
        @Override
        public void configure() {
            // region devices
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&forEach=DeviceId&forEachIn=#devices")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class Bandwidth extends RouteBuilder {
        @Override
        public void configure() {
            // region series
            from("tencent-video:live/DescribeBillBandwidthAndFluxList?startFrom=PT2H&offsetRepository=#offsets"
                            + "&forEach=PlayDomains&forEachIn=action:DescribeLiveDomains")
                    .to("jms:queue:bandwidth");
            // end
        }
    }

    static final class Alerts extends RouteBuilder {
        @Override
        public void configure() {
            // region alerts
            from("tencent-video:mdl/DescribeStreamLiveChannelAlerts?startFrom=PT1H&offsetRepository=#offsets"
                            + "&region=ap-mumbai&forEach=ChannelId&forEachIn=action:DescribeStreamLiveChannels&delay=1000")
                    .choice()
                    .when(header("CamelTencentVideoChange").isEqualTo("changed"))
                    .to("jms:queue:alerts.cleared")
                    .otherwise()
                    .to("jms:queue:alerts.raised");
            // end
        }
    }

    static final class Inventory extends RouteBuilder {
        @Override
        public void configure() {
            // region snapshot
            from("tencent-video:iotvideoindustry/DescribeDeviceList?initial=announce&offsetRepository=#offsets")
                    .to("jms:queue:device.changes");
            // end
        }
    }

    static final class WholeAnswer extends RouteBuilder {
        @Override
        public void configure() {
            // region response
            from("tencent-video:iotvideoindustry/DescribeDeviceList?mode=RESPONSE&paging=ALL&delay=60000")
                    .to("jms:queue:devices");
            // end
        }
    }

    static final class Resumable extends RouteBuilder {
        @Override
        public void configure() {
            // region resumable
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetKey=alarms")
                    .resumable("positions") // a ResumeStrategy bean
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class RepositoryInJava extends RouteBuilder {
        @Override
        public void configure() {
            // region repository
            bindToRegistry("offsets", new FileOffsetRepository("data/offsets"));

            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets")
                    .to("jms:queue:alarms");
            // end
        }
    }
}
