/** Signing in with a built-in account, and the page after signing out. */
@NullMarked
package io.caseclock.notify.console.signin;

import org.jspecify.annotations.NullMarked;
