/**
 * Who is told what, and why: recipients with a reason, the message that each person finds in the
 * inbox, and when it was superseded.
 */
@NullMarked
package io.caseclock.notify.delivery;

import org.jspecify.annotations.NullMarked;
