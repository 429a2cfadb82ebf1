/** The steps of a notice: who may take which in which state, and what follows from each. */
@NullMarked
package io.caseclock.notify.notice.step;

import org.jspecify.annotations.NullMarked;
