/** Signing in with a built-in account, the page after signing out, and the unit acted in. */
@NullMarked
package io.caseclock.notify.console.signin;

import org.jspecify.annotations.NullMarked;
