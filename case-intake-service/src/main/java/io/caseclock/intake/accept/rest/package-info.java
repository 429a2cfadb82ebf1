/** The door for CloudEvents over HTTP: structured, binary and in batches. */
@NullMarked
package io.caseclock.intake.accept.rest;

import org.jspecify.annotations.NullMarked;
