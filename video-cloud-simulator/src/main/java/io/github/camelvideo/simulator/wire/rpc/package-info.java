/**
 * The RPC protocol of Alibaba Cloud, signature version 1.0.
 *
 * <p>Internal: shares no code with the component on purpose, so that a mistake in one shows in the other.
 */
package io.github.camelvideo.simulator.wire.rpc;
