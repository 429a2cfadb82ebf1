/** Looks for new entries on behalf of those who read along. */
@NullMarked
package io.caseclock.notify.inbox.job;

import org.jspecify.annotations.NullMarked;
