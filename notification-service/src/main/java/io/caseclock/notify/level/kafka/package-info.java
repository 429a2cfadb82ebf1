/** Reads who may see a case. */
@NullMarked
package io.caseclock.notify.level.kafka;

import org.jspecify.annotations.NullMarked;
