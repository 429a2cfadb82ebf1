/** Tests of this package, on a made-up repository and base. */
@NullMarked
package io.caseclock.images.build;

import org.jspecify.annotations.NullMarked;
