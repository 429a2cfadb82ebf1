package io.caseclock.local.load;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A made-up world to look at: found as a service (see {@link java.util.ServiceLoader}), so that the
 * launcher does not depend on how it is made.
 */
public interface Sample {

  /** Returns CloudEvents as JSON objects, the directory first, then the histories up to now. */
  Stream<Map<String, Object>> events(Instant now);
}
