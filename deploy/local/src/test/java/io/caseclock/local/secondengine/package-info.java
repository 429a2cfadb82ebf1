/**
 * A second, deliberately naive engine, written from the text of the counting rules and not from the
 * first one, and the comparison of both on random rules, calendars and timelines.
 */
@NullMarked
package io.caseclock.local.secondengine;

import org.jspecify.annotations.NullMarked;
