/** Refuses to start where tokens would be taken from anybody. */
@NullMarked
package io.caseclock.access.wiring;

import org.jspecify.annotations.NullMarked;
