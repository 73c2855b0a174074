/**
 * A local stand-in for the video clouds: strict, stateful, breakable on purpose.
 *
 * <p>{@link io.github.camelvideo.simulator.VideoCloudSimulator} starts it inside a program,
 * {@link io.github.camelvideo.simulator.VideoCloudSimulatorExtension} inside a JUnit 5 test and
 * {@link io.github.camelvideo.simulator.SimulatorMain} as a process of its own. It checks signatures with code of its own,
 * refuses what the vendor would refuse, keeps a {@link io.github.camelvideo.simulator.world.World} of devices and alarms,
 * and answers every other catalogued action with invented data of the right shape.
 * {@link io.github.camelvideo.simulator.Faults} break it on request.
 *
 * <p>This package and {@code world} are promised; the others are internal.
 */
package io.github.camelvideo.simulator;
