/**
 * Takes in deadline events; nothing is lost, nothing has its effect twice, and one bad record never
 * stops the stream.
 */
@NullMarked
package io.caseclock.notify.notice.kafka;

import org.jspecify.annotations.NullMarked;
