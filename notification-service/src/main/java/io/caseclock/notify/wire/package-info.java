/** How policies are written in JSON, alike in the API and in the tables. */
@NullMarked
package io.caseclock.notify.wire;

import org.jspecify.annotations.NullMarked;
