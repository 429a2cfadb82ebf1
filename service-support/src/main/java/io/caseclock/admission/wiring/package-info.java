/** The settings of what a service takes at once. */
@NullMarked
package io.caseclock.admission.wiring;

import org.jspecify.annotations.NullMarked;
