/** What the local stack promises, asked without the services. */
@NullMarked
package io.caseclock.local.file;

import org.jspecify.annotations.NullMarked;
