/** Tests. */
@NullMarked
package io.caseclock.notify.retention;

import org.jspecify.annotations.NullMarked;
