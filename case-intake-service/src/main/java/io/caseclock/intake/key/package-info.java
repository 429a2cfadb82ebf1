/** Keys of precinct systems that cannot ask a provider for tokens: secrets, and certificates. */
@NullMarked
package io.caseclock.intake.key;

import org.jspecify.annotations.NullMarked;
