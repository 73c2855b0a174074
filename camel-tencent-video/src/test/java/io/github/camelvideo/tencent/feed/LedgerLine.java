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
package io.github.camelvideo.tencent.feed;

import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What a process writes of an item that its route received.
 *
 * @param feed name of the feed
 * @param key partition and key
 * @param state change, number of the revision, whether it is final, and the field of the body that tells the state
 */
record LedgerLine(String feed, String key, String state) {

    private static final String NONE = "-";

    /** @param field of the body that tells the state */
    static LedgerLine of(String feed, String field, Exchange exchange) {
        Message message = exchange.getMessage();
        return new LedgerLine(
                feed,
                key(
                        message.getHeader(TencentVideoConstants.FOR_EACH, String.class),
                        message.getHeader(TencentVideoConstants.ITEM_KEY, String.class)),
                state(
                        message.getHeader(TencentVideoConstants.CHANGE, String.class),
                        message.getHeader(TencentVideoConstants.REVISION, Integer.class),
                        message.getHeader(TencentVideoConstants.FINAL, Boolean.class),
                        message.getBody(Map.class).get(field)));
    }

    /** @param forEach value of the partition, or null */
    static String key(String forEach, String key) {
        return (forEach == null ? "" : forEach + " ") + key;
    }

    /** What is null does not apply. */
    static String state(String change, Integer revision, Boolean isFinal, Object value) {
        return change
                + (revision == null ? "" : " " + revision)
                + (Boolean.TRUE.equals(isFinal) ? " final" : "")
                + " "
                + (value == null || value.equals("") ? NONE : value);
    }

    static LedgerLine parse(String line) {
        String[] columns = line.split("\t", -1);
        return new LedgerLine(columns[0], columns[1], columns[2]);
    }

    String text() {
        return feed + "\t" + key + "\t" + state + "\n";
    }
}
