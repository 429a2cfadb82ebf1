/** Makes, rotates and revokes keys. */
@NullMarked
package io.caseclock.intake.key.rest;

import org.jspecify.annotations.NullMarked;
