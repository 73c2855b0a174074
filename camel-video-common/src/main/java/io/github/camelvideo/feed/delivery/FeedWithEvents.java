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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.PartitionStatus;
import io.github.camelvideo.feed.Rewound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A list, and the events of its callbacks that it does not show. An item belongs to the list unless it is such an event. What the list
 * reads, and where it stands, is what counts; the events only add theirs.
 */
public final class FeedWithEvents implements Feed {

    private final Feed list;
    private final Feed others;
    private final Set<String> listed;

    /** Whose items are taken first. Of the polling thread. */
    private boolean listFirst;

    /**
     * @param list the feed that is read
     * @param others the feed of events that it does not show
     * @param listed names of the events that it shows
     */
    public FeedWithEvents(Feed list, Feed others, Set<String> listed) {
        this.list = list;
        this.others = others;
        this.listed = Set.copyOf(listed);
    }

    private Feed of(FeedItem item) {
        return item.event() == null || listed.contains(item.event()) ? list : others;
    }

    @Override
    public void start() {
        list.start();
        others.start();
    }

    @Override
    public void beginPoll() {
        list.beginPoll();
        others.beginPoll();
    }

    @Override
    public void read() throws InterruptedException {
        others.read();
        list.read();
    }

    /** In turn, because items that always fail may fill the whole limit, and must not keep those of the other feed waiting. */
    @Override
    public List<FeedItem> take(int limit) {
        Feed first = listFirst ? list : others;
        Feed then = listFirst ? others : list;
        listFirst = !listFirst;
        List<FeedItem> taken = new ArrayList<>(first.take(limit));
        if (taken.size() < limit) {
            taken.addAll(then.take(limit - taken.size()));
        }
        return taken;
    }

    @Override
    public List<FeedItem> takeUnacknowledged() {
        List<FeedItem> taken = new ArrayList<>(list.takeUnacknowledged());
        taken.addAll(others.takeUnacknowledged());
        return taken;
    }

    @Override
    public boolean hasMore() {
        return list.hasMore();
    }

    @Override
    public boolean canReadAhead() {
        return list.canReadAhead();
    }

    @Override
    public void endPoll() {
        list.endPoll();
        others.endPoll();
    }

    @Override
    public ItemCommit commit(FeedItem item) {
        return of(item).commit(item);
    }

    @Override
    public void delivered(FeedItem item) {
        of(item).delivered(item);
    }

    @Override
    public void completed(FeedItem item) {
        of(item).completed(item);
    }

    @Override
    public void failed(FeedItem item) {
        of(item).failed(item);
    }

    @Override
    public void skipped(FeedItem item) {
        of(item).skipped(item);
    }

    @Override
    public void returned(FeedItem item) {
        of(item).returned(item);
    }

    @Override
    public Offer offer(FeedItem item) {
        return of(item).offer(item);
    }

    @Override
    public List<FeedItem> takeOffered(int limit) {
        List<FeedItem> taken = new ArrayList<>(list.takeOffered(limit));
        if (taken.size() < limit) {
            taken.addAll(others.takeOffered(limit - taken.size()));
        }
        return taken;
    }

    /** The events that the list does not show stay where they are: nobody can tell them again. */
    @Override
    public List<Rewound> rewind(String partition, Instant to) {
        return list.rewind(partition, to);
    }

    @Override
    public FeedStatus status() {
        return list.status().and(others.status());
    }

    @Override
    public List<PartitionStatus> partitions() {
        return list.partitions();
    }

    @Override
    public void close() {
        try {
            list.close();
        } finally {
            others.close();
        }
    }
}
