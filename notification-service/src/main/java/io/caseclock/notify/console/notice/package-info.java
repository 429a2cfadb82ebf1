/** The page of a notice: what it says, what was done, and the forms of what may be done. */
@NullMarked
package io.caseclock.notify.console.notice;

import org.jspecify.annotations.NullMarked;
