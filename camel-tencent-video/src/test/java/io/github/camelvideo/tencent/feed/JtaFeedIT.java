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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.github.camelvideo.tencent.feed.Deliveries.Delivery;
import jakarta.transaction.TransactionManager;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.jta.JtaTransactionPolicy;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with the transactions of camel-jta. */
class JtaFeedIT extends TransactedRoute {

    @TempDir
    static Path objects;

    @Test
    void writesItemsAndPositionInOneTransactionOfJta() throws Exception {
        BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class).setObjectStoreDir(objects.toString());
        TransactionManager manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
        JtaDataSource source = new JtaDataSource((JdbcDataSource) plain, manager);
        context.getRegistry().unbind("offsets");
        context.getRegistry().bind("offsets", repository(source));
        context.getRegistry().unbind("transactions");
        context.getRegistry().bind("PROPAGATION_REQUIRED", new Required(manager));
        List<Long> ids = world().raiseAlarms(4, now().minusSeconds(900), now());
        Deliveries attempts = new Deliveries();

        start(
                TRANSACTION,
                route -> route.process(attempts).process(write(source)).process(exchange -> {
                    if (key(exchange).equals(String.valueOf(ids.get(1)))
                            && attempts.of(ids.get(1)).size() < 3) {
                        throw new IllegalStateException("Fails twice");
                    }
                }));
        awaitWritten(4);

        assertWrittenOnce(ids);
        assertThat(attempts.of(ids.get(1))).extracting(Delivery::redelivery).containsExactly(0, 1, 2);
    }

    /** As the documentation of camel-jta has it. */
    private static final class Required extends JtaTransactionPolicy {

        private final TransactionManager manager;

        Required(TransactionManager manager) {
            this.manager = manager;
        }

        @Override
        public void run(Runnable runnable) throws Throwable {
            manager.begin();
            try {
                runnable.run();
            } catch (Throwable e) {
                manager.rollback();
                throw e;
            }
            manager.commit();
        }
    }
}
