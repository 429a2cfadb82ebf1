/** Lets in whoever sends a key, or shows a certificate that opens one. */
@NullMarked
package io.caseclock.intake.key.security;

import org.jspecify.annotations.NullMarked;
