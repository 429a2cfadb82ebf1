/** Reads escalations and acknowledges them. */
@NullMarked
package io.caseclock.notify.escalation.rest;

import org.jspecify.annotations.NullMarked;
