/**
 * Which events may be told to CaseClock, and what each must say. An {@link
 * io.caseclock.intake.schema.EventCatalogue} joins the types of every loaded pack with those that
 * belong to none; each type carries the JSON Schema of its data.
 */
@NullMarked
package io.caseclock.intake.schema;

import org.jspecify.annotations.NullMarked;
