/** Tables {@code api_key} and {@code api_key_secret}. */
@NullMarked
package io.caseclock.intake.key.jdbc;

import org.jspecify.annotations.NullMarked;
