/** The span of each request. */
@NullMarked
package io.caseclock.trace.rest;

import org.jspecify.annotations.NullMarked;
