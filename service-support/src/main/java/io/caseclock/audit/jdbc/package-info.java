/** Keeps and reads the table {@code audit_log}. */
@NullMarked
package io.caseclock.audit.jdbc;

import org.jspecify.annotations.NullMarked;
