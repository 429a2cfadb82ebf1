/** Takes in the numbers of closed periods, each once. */
@NullMarked
package io.caseclock.notify.bulletin.kafka;

import org.jspecify.annotations.NullMarked;
