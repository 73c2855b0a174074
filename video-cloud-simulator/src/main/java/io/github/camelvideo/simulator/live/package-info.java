/**
 * How the world shows in Tencent's live streaming (CSS): the actions that do more than answer with invented data.
 *
 * <p>Internal.
 */
package io.github.camelvideo.simulator.live;
