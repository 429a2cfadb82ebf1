/** The arithmetic of the simulation, and the document that its numbers are read from. */
@NullMarked
package io.caseclock.bench.scale;

import org.jspecify.annotations.NullMarked;
