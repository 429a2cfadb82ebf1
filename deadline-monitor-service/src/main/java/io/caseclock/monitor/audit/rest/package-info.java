/** The audit on demand. */
@NullMarked
package io.caseclock.monitor.audit.rest;

import org.jspecify.annotations.NullMarked;
