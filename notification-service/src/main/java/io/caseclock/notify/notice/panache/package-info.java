/**
 * Keeps notices and what belongs to them with Hibernate, and appends each step to the outbox. What
 * a person asks for is looked for only below the person's unit.
 */
@NullMarked
package io.caseclock.notify.notice.panache;

import org.jspecify.annotations.NullMarked;
