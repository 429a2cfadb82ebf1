/** Reads the {@link io.caseclock.access.Caller} from the verified token of the request. */
@NullMarked
package io.caseclock.access.security;

import org.jspecify.annotations.NullMarked;
