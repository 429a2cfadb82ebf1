/** When something would be due: a rule and dates, the day and why, with an address to share. */
@NullMarked
package io.caseclock.notify.console.calculator;

import org.jspecify.annotations.NullMarked;
