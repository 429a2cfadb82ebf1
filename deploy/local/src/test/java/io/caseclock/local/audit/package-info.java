/** The audit from the journal alone. */
@NullMarked
package io.caseclock.local.audit;

import org.jspecify.annotations.NullMarked;
