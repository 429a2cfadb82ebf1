/** Compiles the JSON Schemas of the event types once and holds data against them. */
@NullMarked
package io.caseclock.intake.schema.wire;

import org.jspecify.annotations.NullMarked;
