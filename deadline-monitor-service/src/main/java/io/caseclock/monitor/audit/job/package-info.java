/** The nightly audit. */
@NullMarked
package io.caseclock.monitor.audit.job;

import org.jspecify.annotations.NullMarked;
