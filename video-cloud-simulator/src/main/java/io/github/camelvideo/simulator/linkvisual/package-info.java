/**
 * What the actions of Link Visual do to the world and say about it.
 */
package io.github.camelvideo.simulator.linkvisual;
