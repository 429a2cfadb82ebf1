/**
 * What feedback asks of the messages that were told. Their tables are hot and belong to plain SQL;
 * the count of right warnings joins table {@code feedback} to them in one statement. This is the
 * one place where that table, which Panache writes, is read by plain SQL: two queries would carry
 * every message of the period to the service and back.
 */
@NullMarked
package io.caseclock.notify.feedback.jdbc;

import org.jspecify.annotations.NullMarked;
