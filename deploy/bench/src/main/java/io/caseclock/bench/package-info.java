/** Benchmarks of the hot paths, each with something to compare it to in the same run. */
@NullMarked
package io.caseclock.bench;

import org.jspecify.annotations.NullMarked;
