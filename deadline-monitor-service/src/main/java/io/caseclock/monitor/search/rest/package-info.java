/** Answers searches over HTTP. */
@NullMarked
package io.caseclock.monitor.search.rest;

import org.jspecify.annotations.NullMarked;
