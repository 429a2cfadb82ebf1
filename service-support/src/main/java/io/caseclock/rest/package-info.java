/**
 * What every HTTP endpoint has in common. A request's line, headers, parameters and body are looked
 * at before a resource sees them, and what cannot be meant is refused with its place; every
 * exception that leaves a resource becomes a problem document (RFC 9457).
 */
@NullMarked
package io.caseclock.rest;

import org.jspecify.annotations.NullMarked;
