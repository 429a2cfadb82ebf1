/** Closes the streams of those who have signed out or whose token has ended. */
@NullMarked
package io.caseclock.notify.signin.job;

import org.jspecify.annotations.NullMarked;
