/** Tests. */
@NullMarked
package io.caseclock.retention.job;

import org.jspecify.annotations.NullMarked;
