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
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** A feed as a JMX console sees it. */
class ManagedFeedIT extends ToyVideoTestSupport {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withJMX(true);
    }

    private ObjectName mbean() throws Exception {
        return server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName()
                                + ",type=consumers,name=FeedConsumer(*"),
                        null)
                .iterator()
                .next();
    }

    private String invoke(String operation, String... arguments) throws Exception {
        return (String) server.invoke(
                mbean(),
                operation,
                arguments,
                Collections.nCopies(arguments.length, String.class.getName()).toArray(new String[0]));
    }

    @Test
    void showsWhereTheFeedStandsBesideCamelsOwnAttributes() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20)).alarm("a2", NOW.minusSeconds(10));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&offsetKey=alarms");
        await().until(() -> items.getReceivedCounter() == 2);
        await().until(() -> server.getAttribute(mbean(), "Watermark").equals(NOW.toString()));

        assertThat(server.getAttribute(mbean(), "ReadUpTo")).isEqualTo(NOW.toString());
        assertThat(server.getAttribute(mbean(), "Delivered")).isEqualTo(2L);
        assertThat(server.getAttribute(mbean(), "PositionName")).isEqualTo("alarms");
        for (String none :
                List.of("Gap", "Incomplete", "NotStored", "OldestPartition", "Distrust", "LatenessMaxMillis")) {
            assertThat(server.getAttribute(mbean(), none)).as(none).isNull();
        }
        for (String zero : List.of("InFlight", "Waiting", "Failed", "Partitions", "FailingPartitions")) {
            assertThat(server.getAttribute(mbean(), zero)).as(zero).isEqualTo(0);
        }
        for (String zero : List.of("Skipped", "Late", "Misdated")) {
            assertThat(server.getAttribute(mbean(), zero)).as(zero).isEqualTo(0L);
        }
        cloud.alarm("late", NOW.minusSeconds(5));
        await().until(() -> Long.valueOf(5_000).equals(server.getAttribute(mbean(), "LatenessMaxMillis")));
        for (String quantile : List.of("LatenessP50Millis", "LatenessP90Millis", "LatenessP99Millis")) {
            assertThat(server.getAttribute(mbean(), quantile)).as(quantile).isEqualTo(5_000L);
        }
        assertThat(server.getAttribute(mbean(), "LatenessCovered")).isEqualTo(1.0);
        assertThat(server.getAttribute(mbean(), "Delay")).isEqualTo(20L);
        assertThat(server.getAttribute(mbean(), "RouteId")).isEqualTo("feed");
        assertThat(server.getAttribute(mbean(), "State")).isEqualTo("Started");
    }

    @Test
    void everyAttributeAndOperationIsThereOnceAndDescribed() throws Exception {
        consume("ListAlarms");

        MBeanAttributeInfo[] attributes = server.getMBeanInfo(mbean()).getAttributes();
        assertThat(attributes).extracting(MBeanAttributeInfo::getName).doesNotHaveDuplicates();
        assertThat(attributes)
                .allSatisfy(attribute -> assertThat(attribute.getDescription()).isNotBlank());
        assertThat(Arrays.stream(server.getMBeanInfo(mbean()).getOperations())
                        .map(MBeanOperationInfo::getName)
                        .toList())
                .contains("rewind", "rewindPartition", "listPositions", "suspend");
    }

    @Test
    void rewindDeliversAgain() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20)).alarm("a2", NOW.minusSeconds(10));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H");
        await().until(() -> NOW.toString().equals(server.getAttribute(mbean(), "Watermark")));

        assertThat(invoke("rewind", "2026-11-20T09:59:50Z"))
                .isEqualTo("Moved from 2026-11-20T10:00:00Z to 2026-11-20T09:59:50Z.");

        await().until(() -> items.getReceivedCounter() == 3);
        assertThat(ids(items)).containsExactly("a1", "a2", "a2");
        assertThat(invoke("listPositions"))
                .startsWith("PARTITION\tWATERMARK\tREAD UP TO\tFAILING\n-\t2026-11-20T")
                .endsWith("\tno\n");
    }

    @Test
    void aWrongInstantIsRefusedInWords() throws Exception {
        consume("ListAlarms");
        await().until(() -> NOW.toString().equals(server.getAttribute(mbean(), "Watermark")));

        assertThatThrownBy(() -> invoke("rewind", "yesterday"))
                .isInstanceOf(MBeanException.class)
                .hasRootCauseMessage("'yesterday': must be an instant in UTC, such as 2026-01-31T08:00:00Z.");
        assertThatThrownBy(() -> invoke("rewind", "2026-11-21T00:00:00Z"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is later than the position");
    }

    @Test
    void onePartitionIsMovedByItsId() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20), "c1", "motion").alarm("a2", NOW.minusSeconds(10), "c1", "line");
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&forEach=Kind&forEachIn=motion,line");
        await().until(() -> items.getReceivedCounter() == 2);
        await().until(() -> NOW.toString().equals(server.getAttribute(mbean(), "Watermark")));

        assertThat(server.getAttribute(mbean(), "Partitions")).isEqualTo(2);
        assertThat(invoke("rewindPartition", "motion", "2026-11-20T09:00:00Z"))
                .isEqualTo("Partition motion: Moved from 2026-11-20T10:00:00Z to 2026-11-20T09:00:00Z.");

        await().until(() -> items.getReceivedCounter() == 3);
        assertThat(ids(items).get(2)).isEqualTo("a1");
        assertThat(invoke("listPositions").lines().map(line -> line.split("\t")[0]))
                .containsExactlyInAnyOrder("PARTITION", "motion", "line");
        assertThat(invoke("rewind", "2026-11-20T09:00:00Z")).isEqualTo("2 partitions were moved.");
        await().until(() -> items.getReceivedCounter() == 5);
    }

    @Test
    void aSnapshotThatIsNotBelievedSaysWhyAndNoneOfItsPartitionsIsMoved() throws Exception {
        for (int i = 0; i < 10; i++) {
            cloud.lens("c1", "lens " + i).lens("c2", "lens " + i);
        }
        consume("ListLenses?forEach=CameraId&forEachIn=c1,c2");
        await().until(() -> cloud.calls("ListLenses").size() > 4);
        assertThat(server.getAttribute(mbean(), "Distrust")).isNull();

        cloud.removeCamera("c1");
        await().until(() -> server.getAttribute(mbean(), "Distrust") != null);

        assertThat((String) server.getAttribute(mbean(), "Distrust"))
                .isEqualTo("CameraId=c1: the list misses 10 of 10 members, more than maxRemoved=50 percent");
        assertThatThrownBy(() -> invoke("rewind", "2026-11-20T09:00:00Z"))
                .rootCause()
                .hasMessage("toy-video:ListLenses: a snapshot cannot be moved to a time. Stop the route and delete its"
                        + " position to start over.");
        int calls = cloud.calls("ListLenses").size();
        await().until(() -> cloud.calls("ListLenses").size() > calls + 4);
        assertThat(server.getAttribute(mbean(), "FailingPartitions")).isEqualTo(0);
    }
}
