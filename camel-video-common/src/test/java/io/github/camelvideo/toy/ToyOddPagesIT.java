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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.json.ExactJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that read all pages of a list whose pages or totals are odd. */
class ToyOddPagesIT extends ToyVideoTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aCallOfAllPagesIsNotEndedByAShortOne(String paging) {
        cloud.next(page(0, 0, 49), page(0, 49, 99), page(0, 99, 119), page(0, 119, 119));

        Object body = call("ListCameras?PageSize=50&paging=" + paging, null)
                .getMessage()
                .getBody();

        assertThat(count(body)).isEqualTo(119);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aCallOfAllPagesIsNotEndedByATotalThatCountsThePage(String paging) {
        cloud.next(page(50, 0, 50), page(50, 50, 100), page(20, 100, 120), page(0, 120, 120));

        Object body = call("ListCameras?PageSize=50&paging=" + paging, null)
                .getMessage()
                .getBody();

        assertThat(count(body)).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aCallOfAllPagesIsNotEndedByAnEmptyOneBeforeTheTotal(String paging) {
        anEmptyPageBeforeTheTotal();

        Object body = call("ListCameras?PageSize=50&paging=" + paging, null)
                .getMessage()
                .getBody();

        assertThat(count(body)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void allPagesWithFewerItemsThanTheTotalAreToldOf(String paging) {
        anEmptyPageBeforeTheTotal();

        try (LogLines log = new LogLines()) {
            count(call("ListCameras?PageSize=50&paging=" + paging, null)
                    .getMessage()
                    .getBody());

            assertThat(log.warnings("the vendor reports 250 items and listed 200"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aCallOfAllPagesDoesNotFollowATotalWithoutEnd(String paging) {
        cloud.next(Stream.generate(() -> page(2_000_000_000, 0, 0)).limit(20).toArray(MockResponse[]::new));

        Object body = call("ListCameras?PageSize=50&paging=" + paging, null)
                .getMessage()
                .getBody();

        assertThat(count(body)).isZero();
        assertThat(cloud.calls("ListCameras")).hasSizeLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aListThatMaxItemsCutsIsToldOf(String paging) {
        cloud.next(page(120, 0, 50), page(120, 50, 100));

        try (LogLines log = new LogLines()) {
            Object body = call("ListCameras?PageSize=50&maxItems=60&paging=" + paging, null)
                    .getMessage()
                    .getBody();

            assertThat(count(body)).isEqualTo(60);
            assertThat(log.warnings("the list is longer than maxItems=60")).hasSize(1);
        }
    }

    private void anEmptyPageBeforeTheTotal() {
        cloud.next(page(250, 0, 50), page(250, 0, 0), page(250, 100, 150), page(250, 150, 200));
        cloud.next(page(250, 200, 250), page(250, 0, 0), page(250, 0, 0), page(250, 0, 0));
    }

    private static int count(Object body) {
        if (body instanceof List<?> items) {
            return items.size();
        }
        List<Object> items = new ArrayList<>();
        ((Iterator<?>) body).forEachRemaining(items::add);
        return items.size();
    }

    private static MockResponse page(int total, int from, int to) {
        var answer = ExactJson.object().put("Total", total);
        var cameras = answer.putArray("Cameras");
        IntStream.range(from, to).forEach(i -> cameras.addObject().put("CameraId", "c" + i));
        return ToyCloud.ok(answer);
    }
}
