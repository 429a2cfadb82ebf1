/** Tests of this package, on a made-up repository and base. */
@NullMarked
package io.caseclock.images.bundle;

import org.jspecify.annotations.NullMarked;
