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
package io.github.camelvideo.binding;

/**
 * The names of a component's headers: the same for all, but for the component's own prefix.
 *
 * @param parameters carries parameters into a call
 * @param action {@code api/Action} of the call a message came from
 * @param requestId the vendor's id of that call
 * @param totalCount how many items the vendor says there are
 * @param truncated true where items were left out because of {@code maxItems}
 * @param itemKey identity of a feed's item
 * @param itemTime when the item happened
 * @param redelivery how often the item was handed over before
 * @param forEach the values of the partition an item belongs to
 * @param change how an item differs from what was delivered before
 * @param origin the way an item came
 * @param revision number of the state of an item that a message tells
 * @param isFinal whether no later state is expected
 * @param event which event of the vendor's callbacks an item is
 */
public record HeaderNames(
        String parameters,
        String action,
        String requestId,
        String totalCount,
        String truncated,
        String itemKey,
        String itemTime,
        String redelivery,
        String forEach,
        String change,
        String origin,
        String revision,
        String isFinal,
        String event) {

    /** All names with a prefix such as {@code CamelTencentVideo}. */
    public static HeaderNames withPrefix(String prefix) {
        return new HeaderNames(
                prefix + "Parameters",
                prefix + "Action",
                prefix + "RequestId",
                prefix + "TotalCount",
                prefix + "Truncated",
                prefix + "ItemKey",
                prefix + "ItemTime",
                prefix + "Redelivery",
                prefix + "ForEach",
                prefix + "Change",
                prefix + "Origin",
                prefix + "Revision",
                prefix + "Final",
                prefix + "Event");
    }
}
