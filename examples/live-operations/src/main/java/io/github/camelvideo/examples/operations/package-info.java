/** A demonstration of the YAML routes with the simulator; the routes themselves need none of it. */
package io.github.camelvideo.examples.operations;
