/**
 * What the doors of the monitor's API share: how parameters are read, and how a deadline is shown.
 */
@NullMarked
package io.caseclock.monitor.rest;

import org.jspecify.annotations.NullMarked;
