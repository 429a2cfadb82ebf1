package io.caseclock.intake.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the times of a source.
 *
 * @param source in its normal form
 * @param firstAt when it was first heard
 * @param lastAt when it was last heard
 * @param quietFrom from when on its silence is unusual, if it goes on; null while it was not
 *     judged, and where too little is known of it
 */
public record SourceActivity(
    String source, Instant firstAt, Instant lastAt, @Nullable Instant quietFrom) {

  /** Whether it has been silent for unusually long. */
  public boolean isQuiet(Instant now) {
    return quietFrom != null && !now.isBefore(quietFrom);
  }
}
