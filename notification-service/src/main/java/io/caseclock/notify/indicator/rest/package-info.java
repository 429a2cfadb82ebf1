/** Serves the rates of this service, in the shape in which the monitor serves its own. */
@NullMarked
package io.caseclock.notify.indicator.rest;

import org.jspecify.annotations.NullMarked;
