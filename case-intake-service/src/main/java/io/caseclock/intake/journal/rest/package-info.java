/** The HTTP door of the journal: CloudEvents in, receipts, conflicts and the journal out. */
@NullMarked
package io.caseclock.intake.journal.rest;

import org.jspecify.annotations.NullMarked;
