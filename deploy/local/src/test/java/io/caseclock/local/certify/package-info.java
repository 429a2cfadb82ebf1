/** What a certification says of installations that answer wrongly, asked without the services. */
@NullMarked
package io.caseclock.local.certify;

import org.jspecify.annotations.NullMarked;
