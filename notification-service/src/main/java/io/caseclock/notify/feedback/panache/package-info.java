/** Judgements in PostgreSQL; every change of mind stays in the history. */
@NullMarked
package io.caseclock.notify.feedback.panache;

import org.jspecify.annotations.NullMarked;
