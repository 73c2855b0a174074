/**
 * How the world shows in StreamLive: inputs, channels and what they report.
 *
 * <p>Names of actions stand in code here, as in the packages of the other simulated APIs. Internal.
 */
package io.github.camelvideo.simulator.mdl;
