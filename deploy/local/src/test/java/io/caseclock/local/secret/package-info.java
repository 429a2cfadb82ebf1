/** What the local stack promises, asked without the services. */
@NullMarked
package io.caseclock.local.secret;

import org.jspecify.annotations.NullMarked;
