/** Keeps what units have changed of the policy. */
@NullMarked
package io.caseclock.notify.routing.jdbc;

import org.jspecify.annotations.NullMarked;
