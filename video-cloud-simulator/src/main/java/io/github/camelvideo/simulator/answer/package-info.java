/**
 * What a checked call is answered with: by a behaviour that knows the world, or by invented data of the right shape.
 *
 * <p>Internal: knows the catalog, no wire.
 */
package io.github.camelvideo.simulator.answer;
