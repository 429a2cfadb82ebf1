/** Receipts, conflicts and the journal over HTTP. */
@NullMarked
package io.caseclock.intake.journal.rest;

import org.jspecify.annotations.NullMarked;
