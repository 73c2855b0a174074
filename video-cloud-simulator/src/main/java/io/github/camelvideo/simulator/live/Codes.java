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
package io.github.camelvideo.simulator.live;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Picks the code of a refusal. The vendor has several codes for the same thing, and each action documents its own
 * choice of them.
 */
record Codes(ApiCatalog api) {

    /** What may be wrong, whatever it is called. */
    enum Wrong {
        UNKNOWN,
        UNKNOWN_TEMPLATE,
        IN_USE,
        TAKEN,
        TOO_MANY,
        DOMAIN_FORMAT
    }

    private static final Map<Wrong, List<String>> PREFERRED = Map.of(
            Wrong.UNKNOWN,
            List.of(
                    "ResourceNotFound.WatermarkNotExist",
                    "InvalidParameter.TaskNotExist",
                    "ResourceNotFound.TaskId",
                    "ResourceNotFound.DomainNotExist",
                    "FailedOperation.NotFound",
                    "InternalError.ConfNotFound",
                    "ResourceNotFound",
                    "InvalidParameter",
                    "FailedOperation"),
            Wrong.UNKNOWN_TEMPLATE,
            List.of("InvalidParameter.ConfNotFound", "FailedOperation.NotFound", "InternalError.ConfNotFound"),
            Wrong.IN_USE,
            List.of("InvalidParameter.ConfInUsed", "FailedOperation.ConfInUsed"),
            Wrong.TAKEN,
            List.of("InvalidParameter.DomainAlreadyExist", "FailedOperation.RuleAlreadyExist"),
            Wrong.TOO_MANY,
            List.of(
                    "InternalError.ConfOutLimit",
                    "InternalError.RuleOutLimit",
                    "FailedOperation.HostOutLimit",
                    "InvalidParameter.TaskNumMoreThanLimit",
                    "FailedOperation"),
            Wrong.DOMAIN_FORMAT,
            List.of("InvalidParameter.DomainFormatError"));

    /** The refusal with the first code that the action documents, or with one that every action may give. */
    Refusal refusal(String action, Wrong wrong, String message) {
        List<String> documented = api.action(action).errors();
        String code = PREFERRED.get(wrong).stream()
                .filter(documented::contains)
                .findFirst()
                .orElse("InvalidParameter");
        return new Refusal(code, message);
    }
}
