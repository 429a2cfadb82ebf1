/**
 * Keeps the journal in PostgreSQL, set-based: a batch costs a handful of statements, whatever its
 * size. Journal, directory and outbox change in one transaction or not at all.
 */
@NullMarked
package io.caseclock.intake.journal.jdbc;

import org.jspecify.annotations.NullMarked;
