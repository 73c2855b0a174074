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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SetBodyDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference pages show can be used as it stands. Nothing is sent: no route is started. */
class ReferenceSnippetsTest {

    static Stream<Named<ApiCatalog>> apis() {
        return Scheme.allApis().map(api -> Named.of(api.id(), api));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void everyUriMakesAnEndpoint(ApiCatalog api) throws Exception {
        try (DefaultCamelContext context = contextWithKey(api)) {
            context.start();
            for (Fence shown : shown(api, "text")) {
                assertThatCode(() -> context.getEndpoint(shown.text().strip()))
                        .as("%s", shown)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void everyRouteIsTakenByCamel(ApiCatalog api) throws Exception {
        try (DefaultCamelContext context = contextWithKey(api)) {
            context.setAutoStartup(false);
            context.start();
            for (Fence shown : shown(api, "yaml")) {
                assertThatCode(() -> load(context, shown)).as("%s", shown).doesNotThrowAnyException();
            }
            assertThat(context.getRoutes()).hasSameSizeAs(shown(api, "yaml"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void everyCallHasAllThatItsActionNeeds(ApiCatalog api) throws Exception {
        try (DefaultCamelContext context = contextWithKey(api)) {
            context.setAutoStartup(false);
            context.start();
            for (Fence shown : shown(api, "yaml")) {
                load(context, shown);
            }
            for (RouteDefinition route : context.getRouteDefinitions()) {
                requireComplete(api, route);
            }
        }
    }

    private static DefaultCamelContext contextWithKey(ApiCatalog api) {
        DefaultCamelContext context = new DefaultCamelContext();
        Scheme scheme = Scheme.of(api);
        context.addComponent(scheme.uriName(), scheme.withKey());
        return context;
    }

    private static List<Fence> shown(ApiCatalog api, String language) {
        Document page = Document.of(ReferencePages.FOLDER.resolve(api.id() + ".md"));
        return page.fences().stream()
                .filter(fence -> fence.language().equals(language))
                .toList();
    }

    private static void load(DefaultCamelContext context, Fence shown) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(shown.line() + ".yaml", shown.text()));
    }

    private static void requireComplete(ApiCatalog api, RouteDefinition route) throws Exception {
        String prefix = Scheme.of(api).path(api, "");
        for (Object step : route.getOutputs()) {
            if (step instanceof ToDefinition to && to.getUri().startsWith(prefix)) {
                Action action =
                        api.action(to.getUri().substring(prefix.length()).split("\\?")[0]);
                RequestParameters check = new RequestParameters(
                        to.getUri(), api, action, Validation.STRICT, parameters(action, to.getUri()));
                assertThatCode(() -> check.parameters(body(route), null))
                        .as("%s", to.getUri())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Map<String, Object> parameters(Action action, String uri) throws Exception {
        int query = uri.indexOf('?');
        Map<String, Object> keys =
                query < 0 ? new LinkedHashMap<>() : URISupport.parseQuery(uri.substring(query + 1), true);
        URISupport.resolveRawParameterValues(keys);
        keys.keySet().retainAll(action.parameters().keySet());
        // any file will do
        keys.replaceAll((name, value) ->
                value.toString().startsWith("file:") ? "file:" + Project.ROOT.resolve("pom.xml") : value);
        return keys;
    }

    /** What the route sends: the JSON it sets, or a file that it got. */
    private static Object body(RouteDefinition route) {
        return route.getOutputs().stream()
                .filter(SetBodyDefinition.class::isInstance)
                .map(step -> (Object) ((SetBodyDefinition) step).getExpression().getExpression())
                .findFirst()
                .orElse(route.getInput().getEndpointUri().startsWith("file:") ? new byte[] {1} : null);
    }
}
