/**
 * Tells people in time. Every open deadline stores the next instant at which anything must happen;
 * a sweep takes those that are due, writes the warnings and the next instants, and commits both
 * together. A sweep that dies loses nothing and repeats nothing; after a pause only the gravest
 * stage that has passed is told.
 */
@NullMarked
package io.caseclock.monitor.alarm;

import org.jspecify.annotations.NullMarked;
