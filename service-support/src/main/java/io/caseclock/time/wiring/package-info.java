/** Makes the clock, and refuses to start where it must not be movable. */
@NullMarked
package io.caseclock.time.wiring;

import org.jspecify.annotations.NullMarked;
