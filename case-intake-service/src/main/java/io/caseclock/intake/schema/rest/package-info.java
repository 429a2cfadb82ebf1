/** The HTTP door of the catalogue: which events may be posted, with their schemas. */
@NullMarked
package io.caseclock.intake.schema.rest;

import org.jspecify.annotations.NullMarked;
