/**
 * The simulator's HTTP server: turns connections into calls and replies into bytes, broken ones on purpose too.
 *
 * <p>Internal: knows no vendor and no world.
 */
package io.github.camelvideo.simulator.http;
