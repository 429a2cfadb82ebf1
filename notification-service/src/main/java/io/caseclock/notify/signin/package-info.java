/**
 * Built-in accounts of the local stack; in production there are none and OpenID Connect does this.
 */
@NullMarked
package io.caseclock.notify.signin;

import org.jspecify.annotations.NullMarked;
