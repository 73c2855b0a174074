/**
 * How the world shows in Tencent's IoT Video (Industry Edition): the actions that do more than answer with invented data.
 *
 * <p>The one place of this project where names of actions stand in code. Internal.
 */
package io.github.camelvideo.simulator.iotvideo;
