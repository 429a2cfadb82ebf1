/**
 * A whole bureau in a running stack, and how long each page of the console takes there: every page
 * as a browser asks for it, beside its aim.
 */
@NullMarked
package io.caseclock.bench.console;

import org.jspecify.annotations.NullMarked;
