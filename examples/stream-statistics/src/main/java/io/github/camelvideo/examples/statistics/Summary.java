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
package io.github.camelvideo.examples.statistics;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What came of the slots: the vendor's figures compared with the table.
 *
 * @param buckets how many slots there are
 * @param delivered how many messages there were
 * @param lost slots without a row
 * @param repeated messages for a slot that had a row
 * @param wrong rows with another figure than the vendor's, or of a slot that the vendor does not have
 */
record Summary(int buckets, int delivered, int lost, int repeated, int wrong) {

    static Summary of(Map<Slot, BigDecimal> vendor, Map<Slot, Row> table) {
        int delivered = table.values().stream().mapToInt(Row::deliveries).sum();
        int lost = (int) vendor.keySet().stream()
                .filter(slot -> !table.containsKey(slot))
                .count();
        int wrong = (int) table.entrySet().stream()
                .filter(row -> !isSame(vendor.get(row.getKey()), row.getValue().figure()))
                .count();
        return new Summary(vendor.size(), delivered, lost, delivered - table.size(), wrong);
    }

    private static boolean isSame(BigDecimal vendor, BigDecimal stored) {
        return vendor != null && vendor.compareTo(stored) == 0;
    }

    /** Whether every slot of the vendor came once, with the vendor's figure, and nothing else did. */
    boolean isGood() {
        return buckets > 0 && delivered == buckets && lost == 0 && repeated == 0 && wrong == 0;
    }

    String text() {
        return "buckets " + buckets + ", delivered " + delivered + ", lost " + lost + ", repeated " + repeated
                + ", wrong " + wrong;
    }
}
