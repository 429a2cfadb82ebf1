/** Who is made of what, and the service's settings. */
@NullMarked
package io.caseclock.intake.wiring;

import org.jspecify.annotations.NullMarked;
