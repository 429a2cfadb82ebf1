package io.caseclock.local.secondengine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span that does not count, such as an appraisal (治安管理处罚法 118, 行政程序规定 165).
 *
 * @param to null while it lasts
 */
record NaiveSpan(Instant from, @Nullable Instant to) {

  boolean lasts() {
    return to == null;
  }
}
