/**
 * Checks whose tokens are taken and from when to when, and reads the {@link
 * io.caseclock.access.Caller} from the verified token of the request.
 */
@NullMarked
package io.caseclock.access.security;

import org.jspecify.annotations.NullMarked;
