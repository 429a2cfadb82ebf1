/** Places and releases legal holds. */
@NullMarked
package io.caseclock.hold.rest;

import org.jspecify.annotations.NullMarked;
