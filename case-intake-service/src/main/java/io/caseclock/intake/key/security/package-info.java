/** Lets in whoever sends a key. */
@NullMarked
package io.caseclock.intake.key.security;

import org.jspecify.annotations.NullMarked;
