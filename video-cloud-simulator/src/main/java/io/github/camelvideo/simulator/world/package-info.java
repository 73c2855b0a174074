/**
 * The state of the simulated clouds: devices, groups and alarms, live streams and channels, and how they change.
 *
 * <p>Nothing here knows HTTP, a signature or the name of an action.
 */
package io.github.camelvideo.simulator.world;
