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
package io.github.camelvideo.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A feed that is measured: one of each kind. */
enum Subject {
    /** A log with offset paging. */
    LOG("ALARMS", "iotvideoindustry/DescribeWarnings"),
    /** A series without paging and without a longest window, of many domains, in time slots of a minute. */
    SERIES("FIGURES", "live/DescribeTranscodeTaskNum"),
    /** A log of tasks that may be stopped: windows overlap and reach ahead. */
    REVISIONS("TASKS", "live/DescribeRecordTask"),
    /** A list without time. */
    SNAPSHOT("DEVICES", "iotvideoindustry/DescribeDeviceList");

    private static final int FIRST_ID = 100_000_000;
    private static final int CODE = 500;

    final String list;
    final String action;

    /** @param list that the vendor's process plays */
    Subject(String list, String action) {
        this.list = list;
        this.action = action;
    }

    /** The one that the settings name. */
    static Subject chosen() {
        return valueOf(Settings.text("kind", "log").toUpperCase(Locale.ROOT));
    }

    /** Options of the feed for a number of partitions, if it can have some. */
    String options(int partitions) {
        return switch (this) {
            case LOG -> "";
            case REVISIONS -> "region=ap-guangzhou&";
            case SNAPSHOT -> "initial=announce&";
            case SERIES ->
                "forEach=PushDomains&forEachIn="
                        + IntStream.range(0, partitions).mapToObj(i -> "d" + i).collect(Collectors.joining(","))
                        + "&";
        };
    }

    /** A number for each item, from 0. */
    int index(Exchange exchange, VendorProcess vendor) {
        Message message = exchange.getMessage();
        String key = message.getHeader("CamelTencentVideoItemKey", String.class);
        if (this != SERIES) {
            return Integer.parseInt(key) - FIRST_ID;
        }
        int partition = Integer.parseInt(
                message.getHeader("CamelTencentVideoForEach", String.class).substring(1));
        int separator = key.indexOf('|');
        Instant slot = Instant.parse(key.substring(0, separator));
        int minute = (int) Duration.between(vendor.first, slot).toMinutes();
        int code = Integer.parseInt(key.substring(separator + 1)) / CODE - 1;
        return (partition * vendor.count + minute) * vendor.perSecond + code;
    }
}
