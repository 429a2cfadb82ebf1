/** What the tables of this service share: numbers that hold only if the transaction does. */
@NullMarked
package io.caseclock.notify.jdbc;

import org.jspecify.annotations.NullMarked;
