package io.caseclock.monitor.lag;

import java.time.Instant;
import java.util.Map;

/** What all replicas have learned of the sources. */
public interface SourceGaps {

  /** Adds to what is known; what was there weighs less with each {@link GapCounts#HALF_LIFE}. */
  void add(Map<String, GapCounts> counts, Instant now);

  /** What is known of each source, weighed as of now; sources long silent are forgotten. */
  Map<String, GapCounts> all(Instant now);
}
