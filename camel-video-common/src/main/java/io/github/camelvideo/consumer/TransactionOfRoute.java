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

import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.position.NotTransactedException;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Runs a route in a transaction of a {@link TransactedPolicy}, and the write of the position as its last step. One item at a time, by the
 * thread that delivers: Camel keeps a transacted exchange on one thread.
 *
 * <p>The policy wraps the whole route, with its error handlers inside: a failure that the route handles is committed, one that it leaves is
 * rolled back. What the policy sees is only whether to roll back; it has an error handler of its own, which would handle the failure a second
 * time, and a failed write of the position as if the route had failed.
 */
final class TransactionOfRoute {

    private final Processor route;
    private final Processor transaction;

    // of the item under way
    private ItemCommit commit;
    private Synchronization mark;
    private Throwable failure;
    private boolean mayCommit;
    private boolean rollbackOnly;
    private boolean rollbackOnlyLast;

    /**
     * @param policy begins and ends the transaction
     * @param processor the route's steps
     */
    TransactionOfRoute(Route route, TransactedPolicy policy, Processor processor) {
        this.route = processor;
        // the policy also sets its error handler as that of the route, whose own handlers are made already
        ErrorHandlerFactory handlers = route.getErrorHandlerFactory();
        this.transaction = policy.wrap(route, this::process);
        route.setErrorHandlerFactory(handlers);
    }

    void start() {
        ServiceHelper.startService(transaction);
    }

    void stop() {
        ServiceHelper.stopService(transaction);
    }

    /**
     * Runs the route and the commit. Afterwards the exchange has the failure that it ended with, if any.
     *
     * @param exchange with a unit of work, which the caller ends
     * @throws io.github.camelvideo.feed.position.NotTransactedException when the route was committed and the position was not
     * @throws io.github.camelvideo.feed.position.PositionFencedException when another process has taken the feed over
     */
    ItemCommit.Outcome run(Exchange exchange, ItemCommit item) {
        commit = item;
        mark = new SynchronizationAdapter();
        exchange.getExchangeExtension().addOnCompletion(mark);
        failure = null;
        mayCommit = false;
        rollbackOnly = false;
        rollbackOnlyLast = false;
        try {
            transaction.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception ofTransaction = exchange.getException();
        boolean isCommitted = mayCommit && ofTransaction == null && !exchange.isRollbackOnly();
        ItemCommit.Outcome outcome = commit.ended(isCommitted);
        if (outcome == ItemCommit.Outcome.COMMITTED) {
            exchange.setException(null);
            exchange.setRollbackOnly(false);
        } else {
            tellFailure(exchange, ofTransaction);
        }
        return outcome;
    }

    private void tellFailure(Exchange exchange, Exception ofTransaction) {
        if (failure != null && ofTransaction != null && failure != ofTransaction) {
            failure.addSuppressed(ofTransaction);
        }
        if (failure != null) {
            exchange.setException(failure);
        }
        exchange.setRollbackOnly(rollbackOnly || exchange.getException() == null);
        exchange.setRollbackOnlyLast(rollbackOnlyLast);
    }

    /** Within the transaction. */
    private void process(Exchange exchange) {
        try {
            route.process(exchange);
        } catch (Throwable e) {
            runLeftOver(exchange);
            exchange.setException(e);
        }
        failure = exchange.getException();
        rollbackOnly = exchange.isRollbackOnly();
        rollbackOnlyLast = exchange.isRollbackOnlyLast();
        if (failure == null && !rollbackOnly && !rollbackOnlyLast) {
            storePosition(exchange);
        }
        if (!mayCommit) {
            exchange.setException(null);
            exchange.setRollbackOnlyLast(false);
            exchange.setRollbackOnly(true);
        }
    }

    private void storePosition(Exchange exchange) {
        try {
            requireSameExchange(exchange);
            commit.store();
            mayCommit = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** A step such as {@code seda:} hands the exchange over, its completion included, to threads that are in no transaction. */
    private void requireSameExchange(Exchange exchange) {
        if (!exchange.getUnitOfWork().containsSynchronization(mark)) {
            throw new NotTransactedException(
                    "The route hands the exchange over to another thread, as seda: does. What happens there"
                            + " cannot be part of the transaction. Use direct: instead, or wireTap for what need not be.");
        }
    }

    /** Most Errors leave tasks of the route behind, which would otherwise be run with the next item. */
    private static void runLeftOver(Exchange exchange) {
        ReactiveExecutor queue =
                exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        boolean hasRun;
        do {
            hasRun = queue.executeFromQueue();
        } while (hasRun);
    }
}
