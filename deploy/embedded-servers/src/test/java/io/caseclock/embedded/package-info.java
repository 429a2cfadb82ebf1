/** What the embedded servers promise, asked of real ones. */
@NullMarked
package io.caseclock.embedded;

import org.jspecify.annotations.NullMarked;
