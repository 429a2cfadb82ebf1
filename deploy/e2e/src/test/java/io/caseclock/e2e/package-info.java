/** Stories about the whole suite, told through HTTP only. */
@NullMarked
package io.caseclock.e2e;

import org.jspecify.annotations.NullMarked;
