/** The HTTP door of the registrations: which client may post events of which source. */
@NullMarked
package io.caseclock.intake.source.rest;

import org.jspecify.annotations.NullMarked;
