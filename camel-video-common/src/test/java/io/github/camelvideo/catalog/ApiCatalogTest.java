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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.ErrorCode.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCatalogTest {

    private final ApiCatalog api = new ApiCatalog(
            "api",
            "API",
            null,
            null,
            "protocol",
            "api.example.com",
            null,
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(
                    "InternalError", new ErrorCode("InternalError", "It failed", Kind.UNAVAILABLE, "why"),
                    "UnauthorizedOperation",
                            new ErrorCode("UnauthorizedOperation", "Not allowed", Kind.CREDENTIALS, "why"),
                    "Quota.RateLimitExceeded",
                            new ErrorCode("Quota.RateLimitExceeded", "No more today", Kind.OTHER, null),
                    "LimitExceeded", new ErrorCode("LimitExceeded", "Too many", Kind.OTHER, null),
                    "UnauthorizedOperation.GroupExist",
                            new ErrorCode("UnauthorizedOperation.GroupExist", "Name in use", Kind.OTHER, null)),
            null);

    @Test
    void knowsAListedCode() {
        assertThat(api.error("InternalError"))
                .isEqualTo(new ErrorCode("InternalError", "It failed", Kind.UNAVAILABLE, "why"));
    }

    @Test
    void anUnlistedRefinementBelongsToItsNearestListedParent() {
        assertThat(api.error("InternalError.Database.Timeout"))
                .isEqualTo(new ErrorCode("InternalError.Database.Timeout", "It failed", Kind.UNAVAILABLE, "why"));
    }

    @Test
    void aListedRefinementDoesNotTakeTheKindOfItsParent() {
        assertThat(api.error("UnauthorizedOperation.GroupExist").kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void theNearestListedParentCounts() {
        assertThat(api.error("UnauthorizedOperation.GroupExist.Twice").kind()).isEqualTo(Kind.OTHER);
    }

    /** Whatever its parent is: {@code LimitExceeded} stands for quotas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LimitExceeded.RateLimitExceeded",
                "RateLimitExceeded",
                "InternalError.RateLimitExceeded",
                "LimitExceeded.UserRateLimitExceeded",
                "LimitExceeded.RateLimitExceeded.Second"
            })
    void anExceededRateLimitIsThrottlingWhereverItIsListed(String code) {
        assertThat(api.error(code).kind()).isEqualTo(Kind.THROTTLED);
        assertThat(api.error(code).code()).isEqualTo(code);
    }

    @Test
    void aListedCodeKeepsItsKindWhateverItsName() {
        assertThat(api.error("Quota.RateLimitExceeded").kind()).isEqualTo(Kind.OTHER);
        assertThat(api.error("LimitExceeded.RateLimitExceededOnce").kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void aCodeThatOnlyBeginsAlikeIsUnknown() {
        assertThat(api.error("InternalErrors")).isEqualTo(new ErrorCode("InternalErrors", null, Kind.OTHER, null));
    }

    @Test
    void anUnknownStructureHasNoFields() {
        assertThat(api.type("Nothing")).isEmpty();
    }
}
