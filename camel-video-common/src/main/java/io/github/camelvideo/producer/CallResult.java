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
package io.github.camelvideo.producer;

import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.protocol.FileBody;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a call puts into a message.
 *
 * @param body the body
 * @param action {@code api/Action}
 * @param requestId the vendor's id of the (first) call, or null
 * @param totalCount how many items there are by the vendor's word, or null where it says nothing
 * @param truncated whether items were left out because of {@code maxItems}
 * @param file the file the body is read from, or null
 */
public record CallResult(
        Object body, String action, String requestId, Long totalCount, boolean truncated, FileBody file) {

    public void writeTo(Message message, HeaderNames names) {
        message.setBody(body);
        set(message, names.action(), action);
        set(message, names.requestId(), requestId);
        set(message, names.totalCount(), totalCount);
        set(message, names.truncated(), truncated ? true : null);
        if (file != null) {
            set(message, Exchange.FILE_NAME, file.name());
            message.getExchange().getExchangeExtension().addOnCompletion(new ClosingOnCompletion(file.content()));
        }
    }

    /** A header of an earlier call must not pass for one of this. */
    private static void set(Message message, String name, Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }

    /** Gives the connection back when the route is through, whether it read the file or not. */
    private static final class ClosingOnCompletion extends SynchronizationAdapter {

        private static final Logger LOG = LoggerFactory.getLogger(ClosingOnCompletion.class);

        private final InputStream content;

        ClosingOnCompletion(InputStream content) {
            this.content = content;
        }

        @Override
        public void onDone(Exchange exchange) {
            try {
                content.close();
            } catch (IOException e) {
                LOG.debug("The connection of a file was gone already", e);
            }
        }
    }
}
