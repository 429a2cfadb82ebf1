/** The local stack for as long as a measurement takes. */
@NullMarked
package io.caseclock.bench.stack;

import org.jspecify.annotations.NullMarked;
