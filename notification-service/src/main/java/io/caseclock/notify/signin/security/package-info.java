/** Turns the session cookie into a bearer token and refuses what other sites send. */
@NullMarked
package io.caseclock.notify.signin.security;

import org.jspecify.annotations.NullMarked;
