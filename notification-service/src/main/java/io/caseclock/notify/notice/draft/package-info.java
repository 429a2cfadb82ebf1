/** Notices written by hand, from the draft to the issue. */
@NullMarked
package io.caseclock.notify.notice.draft;

import org.jspecify.annotations.NullMarked;
