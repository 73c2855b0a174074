/**
 * How the world shows in the surveillance platform: organizations, devices, recordings, AI tasks and gateways.
 *
 * <p>Names of actions stand in code here, as in the packages of the other simulated APIs. Internal.
 */
package io.github.camelvideo.simulator.surveillance;
