/** Tests. */
@NullMarked
package io.caseclock.retention;

import org.jspecify.annotations.NullMarked;
