/** The rules in force, for people and for calculators. */
@NullMarked
package io.caseclock.monitor.law.rest;

import org.jspecify.annotations.NullMarked;
