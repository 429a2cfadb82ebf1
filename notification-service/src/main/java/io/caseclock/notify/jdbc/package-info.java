/**
 * What the tables of all capabilities share: counters that follow the transaction, the outbox of
 * case events, and the condition that keeps a query to a subtree of units.
 */
@NullMarked
package io.caseclock.notify.jdbc;

import org.jspecify.annotations.NullMarked;
