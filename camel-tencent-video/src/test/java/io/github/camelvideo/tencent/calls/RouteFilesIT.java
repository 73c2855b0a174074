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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same route in files of Camel's other languages. */
class RouteFilesIT extends Calling {

    private static final String YAML =
            """
            - route:
                from:
                  uri: direct:alarms
                  steps:
                    - to:
                        uri: tencent-video:iotvideoindustry/DescribeWarnings?OrderType=2&WarnLevelArray=1,2&maxRetries=0
            """;

    private static final String YAML_WITH_PARAMETERS =
            """
            - route:
                from:
                  uri: direct:alarms
                  steps:
                    - to:
                        uri: tencent-video:iotvideoindustry/DescribeWarnings
                        parameters:
                          OrderType: 2
                          WarnLevelArray: "1,2"
                          maxRetries: 0
            """;

    private static final String YAML_WITH_PARTS =
            """
            - route:
                from:
                  uri: direct:alarms
                  steps:
                    - to:
                        uri: tencent-video
                        parameters:
                          api: iotvideoindustry
                          action: DescribeWarnings
                          OrderType: 2
                          WarnLevelArray: "1,2"
                          maxRetries: 0
            """;

    private static final String XML =
            """
            <routes xmlns="http://camel.apache.org/schema/xml-io">
              <route>
                <from uri="direct:alarms"/>
                <to uri="tencent-video:iotvideoindustry/DescribeWarnings?OrderType=2&amp;WarnLevelArray=1,2&amp;maxRetries=0"/>
              </route>
            </routes>
            """;

    @ParameterizedTest
    @CsvSource({"YAML,routes.yaml", "YAML_WITH_PARAMETERS,routes.yaml", "YAML_WITH_PARTS,routes.yaml", "XML,routes.xml"
    })
    void runs(String which, String file) throws Exception {
        String text = Map.of(
                        "YAML", YAML,
                        "YAML_WITH_PARAMETERS", YAML_WITH_PARAMETERS,
                        "YAML_WITH_PARTS", YAML_WITH_PARTS,
                        "XML", XML)
                .get(which);

        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, text));
        Map<?, ?> answer = template.requestBody("direct:alarms", null, Map.class);

        assertThat(answer.get("Total")).isEqualTo(0);
        assertThat(received()).isEqualTo(json("{\"OrderType\":2,\"WarnLevelArray\":[1,2]}"));
    }
}
