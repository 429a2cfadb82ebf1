/** Keeps who signs in and out with an OpenID Connect provider. */
@NullMarked
package io.caseclock.audit.security;

import org.jspecify.annotations.NullMarked;
