/**
 * Issues notices: for a breach or a finding that the monitor tells, for a finding that a person
 * records, and as a supervision order.
 */
@NullMarked
package io.caseclock.notify.notice.issue;

import org.jspecify.annotations.NullMarked;
