/** Predictions over HTTP: the listing, how well they held, and who is warned. */
@NullMarked
package io.caseclock.monitor.prediction.rest;

import org.jspecify.annotations.NullMarked;
