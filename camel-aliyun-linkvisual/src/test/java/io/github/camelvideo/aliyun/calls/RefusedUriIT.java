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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.SimulatedCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the URI alone shows to be wrong fails when the endpoint is made. The messages are what users read. */
class RefusedUriIT extends SimulatedCloud {

    @AfterEach
    void sendsNothing() {
        assertThat(cloud().requests().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QueryDeviceEvent/|QueryDeviceEvent/: write aliyun-linkvisual:action, such as aliyun-linkvisual:",
                "QueryDeviceEvents|QueryDeviceEvents: unknown action 'QueryDeviceEvents' (did you mean 'QueryDeviceEvent'?). Set validation=LENIENT to call it anyway, or import the vendor's present definition with catalog-tools and set the option catalogs.",
                "QueryDeviceEvent?IoTId=a|QueryDeviceEvent: unknown parameter 'IoTId' (did you mean 'IotId'?)",
                "QueryDeviceEvent?iotId=a|QueryDeviceEvent: unknown option or parameter 'iotId' (did you mean 'IotId'?)",
                "QueryDeviceEvent?EventType=motion|QueryDeviceEvent: 'EventType' must be Integer but is string 'motion'",
                "QueryDeviceEvent?PageSize=51|QueryDeviceEvent: 'PageSize' is 51 but must be at most 50",
                "QueryDeviceEvent?region=cn-hangzhou|QueryDeviceEvent: region 'cn-hangzhou' is not supported by this action",
                "CreateTimeTemplate?TimeSections.1.Bgin=0|CreateTimeTemplate: unknown field",
                "QueryMonthRecord?paging=ALL|QueryMonthRecord: paging=ALL: this action does not return pages"
            })
    void actionsAndParameters(String uri, String message) {
        assertThat(refusal(SCHEME + uri)).hasMessageStartingWith("aliyun-linkvisual:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accessKeyId=onlyhalf|aliyun-linkvisual: accessKeyId and accessKeySecret belong together, but only one of them is set. Set both or none.",
                "endpointUrl=http://video.example.com|endpointUrl http://video.example.com: plain HTTP sends requests unencrypted"
            })
    void options(String option, String message) {
        component().getConfiguration().setAccessKeySecret(null);

        assertThat(refusal(SCHEME + "QueryRecordPlans?" + option)).hasMessageStartingWith(message);
    }
}
