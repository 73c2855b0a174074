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
/**
 * A complete vendor module in small, as an example and for tests of the Camel side: catalog ({@code catalog/toy.json} of the test
 * resources), protocol with signature, configuration, component and endpoint.
 *
 * <p>A real module leaves {@code ToyVideoEndpointConfigurer}, {@code ToyVideoEndpointUriFactory} and the files below
 * {@code META-INF/services} to Camel's build plugin, which generates them from the annotations. {@code ToyCloud} stands in for the
 * vendor, {@code ToyVideoTestSupport} starts both.
 */
package io.github.camelvideo.toy;
