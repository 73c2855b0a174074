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

import io.github.camelvideo.request.InvalidRequestException;
import org.apache.camel.CamelContext;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.model.TransactedDefinition;
import org.apache.camel.reifier.TransactedReifier;
import org.apache.camel.spi.Policy;
import org.apache.camel.spi.TransactedPolicy;

/** Finds the policy that begins transactions, as {@code .transacted()} in a route finds it. */
final class TransactedPolicies {

    private TransactedPolicies() {}

    /**
     * The only policy in the registry, the one named {@code PROPAGATION_REQUIRED}, or one of the only transaction manager of Spring.
     *
     * @param name how messages name the endpoint
     * @throws InvalidRequestException when there is none, or several of which none is the default
     */
    static TransactedPolicy find(String name, CamelContext context) {
        Policy found;
        try {
            found = new TransactedReifier(context, new TransactedDefinition()).resolvePolicy();
        } catch (NoSuchBeanException e) {
            throw new InvalidRequestException(
                    name + ": positionCommit=transaction: there is no transaction manager, or more than one: "
                            + e.getMessage() + ". " + REMEDY,
                    e);
        } catch (RuntimeCamelException e) {
            throw new InvalidRequestException(
                    name + ": positionCommit=transaction: " + e.getMessage()
                            + " Add camel-spring, or set transactedPolicy.",
                    e);
        }
        if (found instanceof TransactedPolicy policy) {
            return policy;
        }
        throw new InvalidRequestException(
                name + ": positionCommit=transaction: there is no transaction manager. " + REMEDY);
    }

    private static final String REMEDY =
            "Bind one, or set transactedPolicy to a bean such as a SpringTransactionPolicy or a JtaTransactionPolicy.";
}
