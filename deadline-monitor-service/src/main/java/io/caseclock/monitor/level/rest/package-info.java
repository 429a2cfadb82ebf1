/** Tells and sets the level of a case. */
@NullMarked
package io.caseclock.monitor.level.rest;

import org.jspecify.annotations.NullMarked;
