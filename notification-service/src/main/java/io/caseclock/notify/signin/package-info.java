/**
 * Who is signed in: sessions that can be ended everywhere, the streams that end with them, and the
 * built-in accounts of the local stack. In production there are none of those, and OpenID Connect
 * does the signing in.
 */
@NullMarked
package io.caseclock.notify.signin;

import org.jspecify.annotations.NullMarked;
