/** Tests of this package, on a made-up repository and base. */
@NullMarked
package io.caseclock.images.containerfile;

import org.jspecify.annotations.NullMarked;
