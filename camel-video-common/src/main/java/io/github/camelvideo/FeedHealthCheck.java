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
package io.github.camelvideo;

import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.protocol.ApiException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's check of a polling consumer, plus where the feed stands. A feed that lost items because the vendor no longer kept them is
 * reported as UNKNOWN until its route is started again: a person has to know. Called by whoever asks for health.
 */
final class FeedHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final FeedConsumer consumer;

    FeedHealthCheck(FeedConsumer consumer, String id) {
        super(consumer, id);
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result polling = super.call(options);
        FeedStatus feed = consumer.status();
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .state(polling.getState())
                .message(polling.getMessage().orElse(null))
                .error(polling.getError().orElse(null))
                .details(polling.getDetails());
        if (polling.getError().orElse(null) instanceof ApiException refusal) {
            result.detail("vendor.call", refusal.getCall());
            result.detail("vendor.code", String.valueOf(refusal.getCode()));
            result.detail("vendor.requestId", String.valueOf(refusal.getRequestId()));
            result.detail("vendor.retryable", refusal.isRetryable());
        }
        result.detail("feed.watermark", String.valueOf(feed.watermark()));
        result.detail("feed.readUpTo", String.valueOf(feed.readUpTo()));
        result.detail("feed.inFlight", feed.inFlight());
        result.detail("feed.failed", feed.failed());
        result.detail("feed.skipped", feed.skipped());
        if (feed.values() != null) {
            result.detail("feed.values", feed.values().listed());
            result.detail("feed.failingValues", feed.values().failing());
            result.detail("feed.oldestValue", String.valueOf(feed.values().oldest()));
        }
        if (feed.gapFrom() != null) {
            result.detail("feed.gapFrom", feed.gapFrom().toString());
            result.detail("feed.gapTo", feed.gapTo().toString());
            if (polling.getState() == State.UP) {
                result.unknown()
                        .message("Items from " + feed.gapFrom() + " to " + feed.gapTo()
                                + " were no longer kept by the vendor");
            }
        }
        return result.build();
    }
}
