/** The report on history and its release over HTTP. */
@NullMarked
package io.caseclock.monitor.history.rest;

import org.jspecify.annotations.NullMarked;
