/**
 * Files that prove what was done or why there is no fault: checked, kept unchanged, never removed.
 */
@NullMarked
package io.caseclock.notify.notice.evidence;

import org.jspecify.annotations.NullMarked;
