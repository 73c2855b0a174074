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
package io.github.camelvideo.protocol;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as an answer. Its stream is the connection: whoever gets it closes it.
 *
 * @param name file name the server proposes, without directories, or null
 * @param length bytes, or -1 when the server does not say
 * @param content what to read, up to the read timeout between two bytes
 */
public record FileBody(String name, long length, InputStream content) {

    private static final Logger LOG = LoggerFactory.getLogger(FileBody.class);

    /** Lets go of the connection that a file nobody wants would have come over. */
    public static void discard(FileBody file) {
        if (file == null) {
            return;
        }
        try {
            file.content().close();
        } catch (IOException e) {
            LOG.debug("The connection of a file nobody wants was gone already", e);
        }
    }
}
