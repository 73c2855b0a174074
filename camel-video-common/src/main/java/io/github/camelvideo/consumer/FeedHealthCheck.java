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

import io.github.camelvideo.callback.CallbackCounts;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.FeedStatus.Span;
import io.github.camelvideo.feed.Lateness;
import io.github.camelvideo.feed.partition.LeasedPartitions;
import io.github.camelvideo.protocol.ApiException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's check of a polling consumer, plus where the feed stands. A feed that lost items, because the vendor no longer kept them or
 * could not list them, or whose position was set back, is reported as UNKNOWN until its route is started again: a person has to know.
 * A feed whose position cannot be stored is DOWN. The lag is judged by {@link LagCheck}. Called by whoever asks for health.
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
            detail(result, "vendor.call", refusal.getCall());
            detail(result, "vendor.code", refusal.getCode());
            detail(result, "vendor.requestId", refusal.getRequestId());
            result.detail("vendor.retryable", refusal.isRetryable());
        }
        detail(result, "feed.watermark", feed.watermark());
        detail(result, "feed.readUpTo", feed.readUpTo());
        detail(result, "feed.lag", consumer.lag());
        result.detail("feed.inFlight", feed.counts().inFlight());
        result.detail("feed.waiting", feed.counts().waiting());
        result.detail("feed.failed", feed.counts().failed());
        result.detail("feed.delivered", feed.counts().delivered());
        result.detail("feed.redelivered", consumer.getRedelivered());
        result.detail("feed.skipped", feed.counts().skipped());
        result.detail("feed.late", feed.counts().late());
        result.detail("feed.misdated", feed.counts().misdated());
        lateness(result, feed.lateness());
        callbacks(result, consumer.callbackShare(), consumer.callbackCounts());
        if (feed.partitions() != null) {
            result.detail("feed.partitions", feed.partitions().listed());
            result.detail("feed.failingPartitions", feed.partitions().failing());
            detail(result, "feed.oldestPartition", feed.partitions().oldest());
        }
        if (consumer.leasedPartitions() != null) {
            result.detail("feed.nodes", consumer.leasedPartitions().members());
        }
        span(result, "feed.gap", feed.gap());
        span(result, "feed.incomplete", feed.incomplete());
        span(result, "feed.sweepFailed", feed.sweepFailed());
        detail(result, "feed.positionAhead", feed.ahead());
        detail(result, "feed.notStored", feed.notStored());
        detail(result, "feed.distrust", feed.distrust());
        if (polling.getState() == State.UP) {
            judge(result, feed);
            judgeLeases(result, consumer.leasedPartitions());
        }
        return result.build();
    }

    private static void judge(HealthCheckResultBuilder result, FeedStatus feed) {
        if (feed.notStored() != null) {
            result.down().message("The position cannot be stored: " + feed.notStored());
        } else if (feed.gap() != null) {
            result.unknown().message("Items from " + text(feed.gap()) + " were no longer kept by the vendor");
        } else if (feed.incomplete() != null) {
            result.unknown().message("Items from " + text(feed.incomplete()) + " could not be read completely");
        } else if (feed.distrust() != null) {
            result.unknown().message("The last reading was rejected: " + feed.distrust());
        } else if (feed.ahead() != null) {
            result.unknown()
                    .message("The stored position " + feed.ahead()
                            + " was later than the vendor's present and was set back");
        }
    }

    /** A node that has no lease reads nothing, without any failure of a poll. */
    private static void judgeLeases(HealthCheckResultBuilder result, LeasedPartitions leases) {
        String problem = leases == null ? null : leases.problem();
        if (problem != null) {
            result.down().message("This node reads no partition, since " + problem);
        }
    }

    private static void lateness(HealthCheckResultBuilder result, Lateness lateness) {
        detail(result, "feed.latenessP50", lateness.quantile(0.5));
        detail(result, "feed.latenessP90", lateness.quantile(0.9));
        detail(result, "feed.latenessP99", lateness.quantile(0.99));
        detail(result, "feed.latenessMax", lateness.max());
        if (lateness.items() > 0) {
            result.detail("feed.latenessCovered", lateness.covered());
        }
    }

    private static void callbacks(HealthCheckResultBuilder result, CallbackShare share, CallbackCounts counts) {
        if (counts != null) {
            result.detail("callbacks.received", counts.received());
            result.detail("callbacks.refused", counts.refused());
            result.detail("callbacks.late", counts.late());
            result.detail("callbacks.unknown", counts.unknown());
        }
        if (share != null) {
            result.detail("callbacks.waiting", share.waiting());
            result.detail("feed.pushed", share.pushed());
            result.detail("feed.polled", share.polled());
            result.detail("feed.notPushed", share.notPushed());
        }
    }

    private static void detail(HealthCheckResultBuilder result, String name, Object value) {
        if (value != null) {
            result.detail(name, value.toString());
        }
    }

    private static void span(HealthCheckResultBuilder result, String name, Span span) {
        if (span != null) {
            result.detail(name + "From", span.from().toString());
            result.detail(name + "To", span.to().toString());
        }
    }

    private static String text(Span span) {
        return span.from() + " to " + span.to();
    }
}
