/**
 * How calls of Tencent's APIs travel, a class for each protocol: parameters become JSON, a form or a query, are signed, and the envelope
 * of the answer is taken off. Knows no action; service name, version and error meanings come from the catalog.
 *
 * <p>Promised to others: the values of {@link io.github.camelvideo.tencent.protocol.SignMethod},
 * {@link io.github.camelvideo.tencent.protocol.HttpMethod} and {@link io.github.camelvideo.tencent.protocol.Language}, which are
 * option values; the rest is internal.
 */
package io.github.camelvideo.tencent.protocol;
