/** The caller's own saved filters over REST. */
@NullMarked
package io.caseclock.notify.filter.rest;

import org.jspecify.annotations.NullMarked;
