/**
 * What the wires of the vendor's APIs have in common: the interface, the accounts, rates and the rules of parameters.
 *
 * <p>Internal: knows the catalog and no vendor.
 */
package io.github.camelvideo.simulator.wire;
