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
package io.github.camelvideo.consumer;

import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.CallbackSpec.Registration;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells the vendor which address to call, as the catalog says, or takes that back. It first looks at what is registered, and writes only what
 * differs; what somebody else registered stays as it is. Runs on the thread that starts the consumer. Messages have neither the key nor the
 * address, whose path may be a secret.
 */
final class CallbackRegistration {

    private final RegistrationCalls calls;
    private final RegisteredAddress address;
    private final Map<Registration, List<RegistrationTarget>> targets;
    private final boolean removes;

    private CallbackRegistration(
            RegistrationCalls calls,
            RegisteredAddress address,
            Map<Registration, List<RegistrationTarget>> targets,
            boolean removes) {
        this.calls = calls;
        this.address = address;
        this.targets = targets;
        this.removes = removes;
    }

    /**
     * What the options ask for, or null where they ask for nothing.
     *
     * @throws InvalidRequestException when it does not fit the API
     */
    static CallbackRegistration of(EndpointBinding binding, CallbackOptions options) {
        CallbackOptions.Registration chosen = options == null ? null : options.registration();
        if (chosen == null) {
            return null;
        }
        CallbackSpec spec = binding.action().api().callbacks();
        if (spec == null || spec.registrations().isEmpty()) {
            throw new InvalidRequestException(binding.name() + ": the API '"
                    + binding.action().api().id()
                    + "' has no action that registers callbacks. Remove autoRegister, and register the address as the vendor"
                    + " describes.");
        }
        List<String> keys = options.security().keys();
        Map<Object, RegistrationTarget> distinct = new LinkedHashMap<>();
        for (String text : chosen.targets()) {
            RegistrationTarget target = RegistrationTarget.of(binding.name(), spec.registrations(), text);
            distinct.putIfAbsent(target.identity(), target);
        }
        Map<Registration, List<RegistrationTarget>> targets = distinct.values().stream()
                .collect(Collectors.groupingBy(
                        RegistrationTarget::kind, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        for (Map.Entry<Registration, List<RegistrationTarget>> kind : targets.entrySet()) {
            if (kind.getKey().key() == null && !keys.isEmpty()) {
                throw new InvalidRequestException(binding.name() + ": registerFor="
                        + kind.getValue().get(0).text()
                        + ": the vendor does not support a key for these callbacks, and unsigned ones are refused here. Receive them"
                        + " in a separate route, with allowUnsigned=true instead of callbackKey.");
            }
        }
        // while one key replaces the other, the second is the new one
        String key = keys.isEmpty() ? "" : keys.get(keys.size() - 1);
        return new CallbackRegistration(
                new RegistrationCalls(binding),
                new RegisteredAddress(chosen.url(), chosen.formerUrl(), key),
                targets,
                chosen.removes());
    }

    /** @throws RuntimeException the vendor's error, when it refuses a call */
    void run() throws InterruptedException {
        for (Map.Entry<Registration, List<RegistrationTarget>> kind : targets.entrySet()) {
            if (kind.getKey().template() != null) {
                var templates = new TemplateRegistration(calls, kind.getKey(), address);
                if (removes) {
                    templates.remove(kind.getValue());
                } else {
                    templates.register(kind.getValue());
                }
            } else {
                var settings = new SettingRegistration(calls, kind.getKey(), address);
                for (RegistrationTarget target : kind.getValue()) {
                    if (removes) {
                        settings.remove(target);
                    } else {
                        settings.register(target);
                    }
                }
            }
        }
    }
}
