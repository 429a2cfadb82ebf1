/** The monthly standing over REST. */
@NullMarked
package io.caseclock.monitor.standing.rest;

import org.jspecify.annotations.NullMarked;
