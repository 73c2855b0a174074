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

import io.github.camelvideo.docs.ScaleSimulation.Result;
import io.github.camelvideo.tools.docs.Markdown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many devices, items and accounts feeds carry, as {@link ScaleSimulation} finds it. Made once for all documents. */
final class ScaleTable {

    /**
     * A feed that reads each device by itself.
     *
     * @param rate calls per second that the vendor allows an account
     * @param accounts that the devices are divided among, with a feed each
     * @param nodes that share each feed and its rate
     * @param concurrency calls at once of a node
     */
    record Fleet(int devices, int rate, int accounts, int nodes, int concurrency) {

        Result simulated() {
            return SIMULATED.computeIfAbsent(
                    List.of(devices / accounts / nodes, rate / nodes, concurrency),
                    node -> ScaleSimulation.ofDevices(node.get(0), node.get(1), node.get(2)));
        }

        /** Seconds between two readings of a device, as the document says. */
        double formula() {
            double atOnce = nodes * concurrency / (ScaleSimulation.CALL.toMillis() / 1_000.0);
            return devices / (accounts * Math.min(rate, atOnce)) + ScaleSimulation.DELAY.toSeconds();
        }
    }

    static final List<Fleet> FLEETS = List.of(
            new Fleet(1_000, 20, 1, 1, 8),
            new Fleet(10_000, 20, 1, 1, 8),
            new Fleet(100_000, 20, 1, 1, 8),
            new Fleet(100_000, 20, 1, 4, 8),
            new Fleet(100_000, 20, 10, 1, 8),
            new Fleet(1_000_000, 20, 10, 1, 8),
            new Fleet(1_000, 250, 1, 1, 8),
            new Fleet(1_000, 250, 1, 1, 32),
            new Fleet(100_000, 250, 1, 1, 8),
            new Fleet(100_000, 250, 1, 1, 32),
            new Fleet(100_000, 250, 1, 4, 8),
            new Fleet(1_000_000, 250, 1, 10, 8),
            new Fleet(1_000_000, 250, 10, 1, 32));

    /** Of one node with its part of the devices and of the rate: many fleets are made of equal ones. */
    private static final Map<List<Integer>, Result> SIMULATED = new HashMap<>();

    /** Made when the first document asks. */
    private static final class Texts {

        private static final String FLEETS = fleets();
        private static final String LISTS = lists();
    }

    private ScaleTable() {}

    /** Devices that are read one by one. */
    static String ofDevices() {
        return Texts.FLEETS;
    }

    /** Lists of all devices. */
    static String ofLists() {
        return Texts.LISTS;
    }

    private static String fleets() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of(
                "devices",
                "calls/s allowed",
                "accounts",
                "nodes",
                "`forEachConcurrency`",
                "each device is read every",
                "an alarm arrives after, mean",
                "at most",
                "calls/s made")));
        for (Fleet fleet : FLEETS) {
            Result result = fleet.simulated();
            text.append(Markdown.row(List.of(
                    number(fleet.devices()),
                    number(fleet.rate()),
                    number(fleet.accounts()),
                    number(fleet.nodes()),
                    number(fleet.concurrency()),
                    span(result.cycle()),
                    span(result.mean()),
                    span(result.longest()),
                    tenths(result.calls() * fleet.accounts() * fleet.nodes()))));
        }
        return text.toString();
    }

    private static String lists() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of(
                "devices",
                "alarms of each a day",
                "alarms/s",
                "an alarm arrives after, mean",
                "at most",
                "calls/s made")));
        for (int[] row : new int[][] {{1_000, 10}, {100_000, 10}, {1_000_000, 10}, {1_000_000, 50}, {1_000_000, 100}}) {
            double perSecond = (double) row[0] * row[1] / 86_400;
            Result result = ScaleSimulation.ofList(perSecond, 20);
            List<String> cells = new ArrayList<>(List.of(number(row[0]), number(row[1]), tenths(perSecond)));
            cells.addAll(
                    result == null
                            ? List.of("never: the list grows faster than it is read", "", "")
                            : List.of(span(result.mean()), span(result.longest()), tenths(result.calls())));
            text.append(Markdown.row(cells));
        }
        return text.toString();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Of a length that fits. */
    private static String span(double seconds) {
        long rounded = Math.round(seconds);
        if (rounded < 120) {
            return rounded + " s";
        }
        return seconds < 7_200 ? tenths(seconds / 60) + " min" : tenths(seconds / 3_600) + " h";
    }
}
