/** Judging a warning, and the numbers that come of it. */
@NullMarked
package io.caseclock.notify.feedback.rest;

import org.jspecify.annotations.NullMarked;
