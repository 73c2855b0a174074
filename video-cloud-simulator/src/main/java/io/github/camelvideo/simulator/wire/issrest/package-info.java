/**
 * The older REST API of the video compute platform as the vendor serves it, down to signatures, files and error codes.
 *
 * <p>Internal: shares no code with the component on purpose, so that a mistake in one shows in the other.
 */
package io.github.camelvideo.simulator.wire.issrest;
