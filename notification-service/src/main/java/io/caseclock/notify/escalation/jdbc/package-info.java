/** Keeps escalations in PostgreSQL; a step is claimed by compare-and-set. */
@NullMarked
package io.caseclock.notify.escalation.jdbc;

import org.jspecify.annotations.NullMarked;
