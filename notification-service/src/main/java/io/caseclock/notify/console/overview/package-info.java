/**
 * The first page: for supervisors how their units stand at this moment, for officers their own work
 * first. The figures are the monitor's; what waits for people is counted here.
 */
@NullMarked
package io.caseclock.notify.console.overview;

import org.jspecify.annotations.NullMarked;
