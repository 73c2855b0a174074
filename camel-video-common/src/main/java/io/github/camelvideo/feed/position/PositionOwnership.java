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

/** The right to write positions: of a whole feed, or of one partition by a lease. For any thread. */
interface PositionOwnership {

    /** What the rows of the positions must have, so that a former owner writes none. */
    long epoch();

    /**
     * Keeps others from taking over until the transaction ends.
     *
     * @throws PositionFencedException when they have already
     */
    void lock(Connection connection) throws SQLException;

    /** Gives the right up, if nobody has taken it over. */
    void release();
}
