/** Signing in with a provider. */
@NullMarked
package io.caseclock.audit.security;

import org.jspecify.annotations.NullMarked;
