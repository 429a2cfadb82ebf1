/** Goes through what is kept long enough, and says what went. */
@NullMarked
package io.caseclock.retention.job;

import org.jspecify.annotations.NullMarked;
