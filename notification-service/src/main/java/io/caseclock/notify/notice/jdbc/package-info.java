/** Keeps notices, their numbers and their steps, and appends each step to the outbox. */
@NullMarked
package io.caseclock.notify.notice.jdbc;

import org.jspecify.annotations.NullMarked;
