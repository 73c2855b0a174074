/**
 * How the world shows in Tencent's live streaming (CSS): the actions that do more than answer with invented data.
 *
 * <p>Names of actions stand in code here, as in the packages of the other simulated APIs. Internal.
 */
package io.github.camelvideo.simulator.live;
