/**
 * Looks at every request before a resource does: its line, its headers, its parameters, its body.
 * What cannot be meant is refused with its place, so that no endpoint has to think of it.
 */
@NullMarked
package io.caseclock.request.rest;

import org.jspecify.annotations.NullMarked;
