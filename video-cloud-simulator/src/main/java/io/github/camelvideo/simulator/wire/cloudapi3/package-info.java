/**
 * The wire of Tencent Cloud API 3.0 as the cloud sees it: signatures, common parameters, rules and the envelope.
 *
 * <p>The signature code is written from the vendor's description alone and shares nothing with the component's, so that
 * a mistake cannot hide on both sides. Internal.
 */
package io.github.camelvideo.simulator.wire.cloudapi3;
