/** Puts the service together: who is made of what, and from which settings. */
@NullMarked
package io.caseclock.monitor.wiring;

import org.jspecify.annotations.NullMarked;
