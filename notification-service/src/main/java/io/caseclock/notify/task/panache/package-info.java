/** Tasks in PostgreSQL; their history is append-only, and so are the questions that were asked. */
@NullMarked
package io.caseclock.notify.task.panache;

import org.jspecify.annotations.NullMarked;
