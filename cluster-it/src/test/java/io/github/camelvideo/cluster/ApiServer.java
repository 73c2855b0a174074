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
package io.github.camelvideo.cluster;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated API server of Kubernetes with pods and leases, which allows a pod what its role says and nothing else. Thread-safe. */
final class ApiServer implements AutoCloseable {

    private static final String NAMESPACE = "video";

    /** By which the administrator is told from pods. */
    private static final String ADMIN_TOKEN = "token-of-the-administrator";

    /** As Camel's cluster service names it. */
    static final String LEASE = "leaders-alarms";

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final KubernetesMockServer server;
    private final KubernetesClient admin;
    private volatile List<PolicyRule> rules;

    /** @param role file of the role of the pods */
    ApiServer(String role) {
        rules = rules(role);
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new ConcurrentHashMap<>(), new Guarded(), false);
        server.init();
        // what a client in a pod finds in its environment
        System.setProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, server.url("/"));
        System.setProperty(Config.KUBERNETES_NAMESPACE_SYSTEM_PROPERTY, NAMESPACE);
        admin = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(server.url("/"))
                        .withNamespace(NAMESPACE)
                        .withOauthToken(ADMIN_TOKEN)
                        .build())
                .build();
    }

    private static List<PolicyRule> rules(String role) {
        try (InputStream file = ApiServer.class.getResourceAsStream("/" + role)) {
            return Serialization.unmarshal(file, Role.class).getRules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Allows pods nothing. */
    ApiServer withoutRole() {
        rules = List.of();
        return this;
    }

    /** What pods asked for and were not allowed to, as verb and resource. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** A pod that runs and is ready. */
    void addPod(String name) {
        admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("app", "alarms")
                        .endMetadata()
                        .withNewStatus()
                        .withPhase("Running")
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("True")
                        .endCondition()
                        .endStatus()
                        .build())
                .create();
    }

    void deletePod(String name) {
        admin.pods().withName(name).delete();
    }

    /** The pod that holds the lease, or null. */
    String leader() {
        Lease lease = admin.leases().withName(LEASE).get();
        return lease == null ? null : lease.getSpec().getHolderIdentity();
    }

    /** The lease belongs to a pod from now on, whatever that pod does. */
    void giveLeaseTo(String pod) {
        Lease lease = admin.leases().withName(LEASE).get();
        ZonedDateTime now = ZonedDateTime.now();
        Lease given = (lease == null
                        ? new LeaseBuilder().withNewMetadata().withName(LEASE).endMetadata()
                        : new LeaseBuilder(lease))
                .editOrNewSpec()
                .withHolderIdentity(pod)
                .withLeaseDurationSeconds(1)
                .withAcquireTime(now)
                .withRenewTime(now)
                .endSpec()
                .build();
        if (lease == null) {
            admin.resource(given).create();
        } else {
            admin.resource(given).update();
        }
    }

    @Override
    public void close() {
        System.clearProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY);
        System.clearProperty(Config.KUBERNETES_NAMESPACE_SYSTEM_PROPERTY);
        admin.close();
        server.destroy();
    }

    /** Stores what clients create, and refuses what pods may not do. */
    private final class Guarded extends KubernetesCrudDispatcher {

        private static final Pattern PATH =
                Pattern.compile("/apis?(?:/([^/]+))?/v1/namespaces/[^/]+/([^/?]+)(/[^/?]+)?(?:\\?.*)?");
        private static final Map<String, String> VERBS =
                Map.of("POST", "create", "PUT", "update", "PATCH", "patch", "DELETE", "delete");

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            boolean isAdmin = ("Bearer " + ADMIN_TOKEN).equals(request.getHeader("Authorization"));
            return !isAdmin && !isAllowed(request) ? new MockResponse().setResponseCode(403) : super.dispatch(request);
        }

        private boolean isAllowed(RecordedRequest request) {
            Matcher path = PATH.matcher(request.getPath());
            if (!path.matches()) {
                refused.add(request.getMethod() + " " + request.getPath());
                return false;
            }
            String group = path.group(1) == null ? "" : path.group(1);
            String resource = path.group(2);
            String verb = VERBS.getOrDefault(request.getMethod(), path.group(3) == null ? "list" : "get");
            boolean isAllowed = rules.stream()
                    .anyMatch(rule -> rule.getApiGroups().contains(group)
                            && rule.getResources().contains(resource)
                            && rule.getVerbs().contains(verb));
            if (!isAllowed) {
                refused.add(verb + " " + resource);
            }
            return isAllowed;
        }
    }
}
