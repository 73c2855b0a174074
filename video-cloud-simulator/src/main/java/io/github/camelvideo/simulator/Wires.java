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
package io.github.camelvideo.simulator;

import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.RateLimiter;
import io.github.camelvideo.simulator.wire.RequestIds;
import io.github.camelvideo.simulator.wire.Wire;
import io.github.camelvideo.simulator.wire.cloudapi2.CloudApi2Wire;
import io.github.camelvideo.simulator.wire.cloudapi3.CloudApi3Wire;
import io.github.camelvideo.simulator.wire.commonaccess.CommonAccessWire;
import io.github.camelvideo.simulator.wire.issrest.Downloads;
import io.github.camelvideo.simulator.wire.issrest.IssWire;
import io.github.camelvideo.simulator.wire.rpc.RpcWire;
import io.github.camelvideo.simulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The wires of the simulated APIs; path and parameters of a request say by which one it comes. */
final class Wires {

    /**
     * From the vendor's website; the document behind the catalog does not state it. Not checked against the catalog, which may be one of
     * the user that lacks the action.
     */
    private static final Map<String, Integer> KNOWN_RATES = Map.of("linkvisual/QueryRecord", 250);

    private final RateLimiter rates;
    private final Wire<?> fallback;
    private final List<Wire<?>> all = new ArrayList<>();
    private final Downloads downloads = new Downloads();
    private final Accounts accounts;

    Wires(SimulatorBuilder builder, SimulatedApis apis, World world, Scripts scripts) {
        rates = new RateLimiter(builder.rateLimits, builder.nanoTime, rates(builder.rates));
        RequestIds ids = new RequestIds(builder.seed);
        accounts = new Accounts(builder.accountsOrDefault());
        Map<String, List<Answers>> byProtocol =
                apis.answers(builder.apis, world, builder.seed, builder.clock, scripts).stream()
                        .collect(Collectors.groupingBy(api -> api.api().protocol()));
        // before API 3.0, which has the same path
        all.add(new RpcWire(byProtocol.getOrDefault("aliyun-rpc-1", List.of()), accounts, builder.clock, ids, rates));
        fallback = new CloudApi3Wire(
                byProtocol.getOrDefault("tencent-cloud-api-3", List.of()), accounts, builder.clock, ids, rates);
        all.add(fallback);
        byProtocol
                .getOrDefault("tencent-iss-rest", List.of())
                .forEach(api -> all.add(new IssWire(api, accounts, builder.clock, ids, rates, downloads)));
        all.add(new CommonAccessWire(
                byProtocol.getOrDefault("tencent-common-access", List.of()),
                new Accounts(builder.apiKeysOrDefault()),
                builder.clock,
                rates));
        all.add(new CloudApi2Wire(
                byProtocol.getOrDefault("tencent-cloud-api-2", List.of()), accounts, builder.clock, rates));
    }

    private static Map<String, Integer> rates(Map<String, Integer> set) {
        Map<String, Integer> rates = new HashMap<>(KNOWN_RATES);
        rates.putAll(set);
        return rates;
    }

    /** The wire of a request; API 3.0 has something to say about every path that no other one knows. */
    Wire<?> of(HttpCall call) {
        return all.stream().filter(wire -> wire.serves(call)).findFirst().orElse(fallback);
    }

    /** The files of downloads. */
    Downloads downloads() {
        return downloads;
    }

    /** The accounts of all APIs but {@code live-v2017}. */
    Accounts accounts() {
        return accounts;
    }

    /** Forgets nonces, rates and disabled keys. */
    void reset() {
        accounts.enableAll();
        all.forEach(Wire::reset);
        rates.clear();
    }
}
