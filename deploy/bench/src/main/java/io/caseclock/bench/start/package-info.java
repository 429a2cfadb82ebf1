/** How long the local stack takes to be ready, and how much memory it holds then. */
@NullMarked
package io.caseclock.bench.start;

import org.jspecify.annotations.NullMarked;
