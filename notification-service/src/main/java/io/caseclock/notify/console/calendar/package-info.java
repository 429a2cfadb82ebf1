/** Which days the packs in force count as working days. */
@NullMarked
package io.caseclock.notify.console.calendar;

import org.jspecify.annotations.NullMarked;
