/** Tests of this package, on a made-up repository and base. */
@NullMarked
package io.caseclock.images.cli;

import org.jspecify.annotations.NullMarked;
