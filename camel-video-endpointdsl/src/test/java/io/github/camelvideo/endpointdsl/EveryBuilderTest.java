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
package io.github.camelvideo.endpointdsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each builder of each action against the catalog and the URI that one would write by hand. */
class EveryBuilderTest {

    private static final String PACKAGE = "io.github.camelvideo.endpointdsl.";

    /**
     * An API with what its URIs begin with and the class of its builders.
     *
     * @param path URI up to the name of an action
     */
    record Api(String path, ApiCatalog catalog, Class<?> builders) {
        @Override
        public String toString() {
            return catalog.id();
        }
    }

    static Stream<Api> apis() {
        Catalogs tencent = Catalogs.ofClassPath("tencent-video");
        Catalogs aliyun = Catalogs.ofClassPath("aliyun-linkvisual");
        return Stream.concat(
                tencent.ids().stream()
                        .map(id -> new Api("tencent-video:" + id + "/", tencent.get(id), type("tencent", id))),
                aliyun.ids().stream().map(id -> new Api("aliyun-linkvisual:", aliyun.get(id), type("aliyun", id))));
    }

    private static Class<?> type(String vendor, String api) {
        String name = Arrays.stream(api.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
        try {
            return Class.forName(PACKAGE + vendor + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyActionWithEveryParameterMakesTheUriThatOneWritesByHand(Api api) throws Exception {
        Object entry = entry(api);
        Set<String> actions = new HashSet<>(api.catalog().actions().keySet());
        for (Method factory : api.builders().getMethods()) {
            if (factory.getDeclaringClass() != api.builders() || factory.getReturnType() == api.builders()) {
                continue;
            }
            String uri = builder(factory, entry).getRawUri();
            assertThat(uri).startsWith(api.path());
            String name = uri.substring(api.path().length());
            Action action = api.catalog().action(name);
            if (action == null) {
                assertThat(name).isEqualTo("callback");
                continue;
            }
            assertThat(actions.remove(name)).isTrue();
            assertThat(factory.getName()).isEqualToIgnoringCase(name);
            assertThat(builder(factory, entry) instanceof EndpointConsumerBuilder)
                    .as(uri)
                    .isEqualTo(action.feed() != null);
            assertThat(factory.isAnnotationPresent(Deprecated.class)).as(uri).isEqualTo(action.isObsolete());
            assertParameters(uri, action, factory, entry);
        }
        assertThat(actions).isEmpty();
    }

    private static void assertParameters(String uri, Action action, Method factory, Object entry) throws Exception {
        List<String> together = new ArrayList<>();
        VideoEndpointBuilder<?> all = builder(factory, entry);
        Set<String> typed = new HashSet<>();
        Set<String> asText = new HashSet<>();
        for (Method method : factory.getReturnType().getDeclaredMethods()) {
            if (method.isSynthetic()) {
                continue;
            }
            Object value = sample(method.getGenericParameterTypes()[0]);
            VideoEndpointBuilder<?> one = builder(factory, entry);
            method.invoke(one, value);
            String query = one.getRawUri().substring(uri.length() + 1);
            String name = query.substring(0, query.indexOf('='));
            Field field = action.parameters().get(name);
            assertThat(field).as(query).isNotNull();
            String letters = name.replaceAll("[^A-Za-z0-9]", "");
            assertThat(method.getName()).matches("(?i)" + letters + "(Parameter)?");
            assertThat(query).isEqualTo(name + "=" + byHand(value));
            if (value instanceof Enum<?>) {
                assertThat(Stream.of(value.getClass().getEnumConstants()).map(Object::toString))
                        .isEqualTo(field.values())
                        .containsExactlyElementsOf(field.values());
            }
            (method.getParameterTypes()[0] == String.class ? asText : typed).add(name);
            if (method.getParameterTypes()[0] == String.class) {
                method.invoke(all, "some text");
                together.add(name + "=RAW(some text)");
            }
        }
        assertThat(asText).isEqualTo(action.parameters().keySet());
        assertThat(typed)
                .containsAll(action.parameters().values().stream()
                        .filter(field -> field.type().kind() != FieldType.Kind.STRING)
                        .map(Field::name)
                        .toList());
        assertThat(all.getRawUri()).isEqualTo(uri + (together.isEmpty() ? "" : "?" + String.join("&", together)));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyOptionOfTheComponentIsAMethod(Api api) throws Exception {
        String scheme = api.path().substring(0, api.path().indexOf(':'));
        CamelContext context = new DefaultCamelContext();
        EndpointUriFactory component = context.getCamelContextExtension().getEndpointUriFactory(scheme);
        Set<String> methods = Stream.of(api.builders().getDeclaredClasses())
                .filter(EndpointConsumerBuilder.class::isAssignableFrom)
                .limit(1)
                .flatMap(type -> Stream.of(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(methods)
                .containsAll(component.propertyNames().stream()
                        .filter(name -> !name.equals("api") && !name.equals("action"))
                        .toList());
        context.close();
    }

    @Test
    void theMostOfAllBuildersAreWhereTheyAreLookedFor() {
        assertThat(apis().mapToInt(api -> api.builders().getDeclaredClasses().length)
                        .sum())
                .isGreaterThan(599);
    }

    private static Object entry(Api api) throws Exception {
        for (Method method : api.builders().getMethods()) {
            if (method.getReturnType() == api.builders()) {
                return method.invoke(null);
            }
        }
        throw new AssertionError(api.builders() + " has no way in");
    }

    private static VideoEndpointBuilder<?> builder(Method factory, Object entry) throws Exception {
        return (VideoEndpointBuilder<?>) factory.invoke(entry);
    }

    private static Object sample(Type type) {
        if (type == String.class) {
            return "text";
        }
        if (type == long.class) {
            return 5L;
        }
        if (type == double.class) {
            return 0.5;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Path.class) {
            return Path.of("a/b.csv");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return Map.of("Name", "x");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return switch (generic.getActualTypeArguments()[0].getTypeName()) {
                case "java.lang.String" -> List.of("a", "b");
                case "? extends java.lang.Number" -> List.of(1, 2);
                case "?" -> List.of(Map.of("Name", "x"));
                default -> List.of(sample(generic.getActualTypeArguments()[0]));
            };
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return choice.getEnumConstants()[1];
        }
        throw new AssertionError("No sample of " + type);
    }

    private static String byHand(Object value) {
        if (value instanceof Map<?, ?>) {
            return "RAW({\"Name\":\"x\"})";
        }
        if (value instanceof List<?> list) {
            return list.get(0) instanceof Map<?, ?>
                    ? "RAW([{\"Name\":\"x\"}])"
                    : list.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return value instanceof Path ? "file:a/b.csv" : value.toString();
    }
}
