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
package io.github.camelvideo.feed.position;

import java.sql.Connection;
import java.sql.SQLException;

/** A feed as a whole belongs to one process. */
final class FeedOwnership implements PositionOwnership {

    private final JdbcPositions positions;
    private final String feed;
    private final String feedId;
    private final long epoch;

    FeedOwnership(JdbcPositions positions, String feed, long epoch) {
        this.positions = positions;
        this.feed = feed;
        this.feedId = ColumnText.id(feed);
        this.epoch = epoch;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        FeedTable.Row row = positions.feeds().lock(connection, feedId);
        if (row == null || row.epoch() != epoch) {
            throw new PositionFencedException(
                    "Feed '" + feed + "' was taken over by " + FeedTable.ownerOf(row)
                            + ". This process must stop reading it. If both are meant to run, set another offsetKey on one of them.");
        }
    }

    @Override
    public void release() {
        positions.transactions().run("release feed '" + feed + "'", connection -> {
            positions.feeds().release(connection, feedId, epoch);
            return null;
        });
    }
}
