/**
 * How the world shows in Tencent's IoT Video (Industry Edition): the actions that do more than answer with invented data.
 *
 * <p>Names of actions stand in code here, as in the packages of the other simulated APIs. Internal.
 */
package io.github.camelvideo.simulator.iotvideo;
