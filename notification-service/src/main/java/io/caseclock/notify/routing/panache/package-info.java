/** Keeps what units have changed of the policy. */
@NullMarked
package io.caseclock.notify.routing.panache;

import org.jspecify.annotations.NullMarked;
