package io.caseclock.local.sample;

import io.caseclock.local.load.Sample;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** The sample that {@code ./caseclock up} loads the first time. */
public final class SampleSubBureau implements Sample {

  /** Every installation sees the same people and the same troubles. */
  public static final long SEED = 42;

  @Override
  public Stream<Map<String, Object>> events(Instant now) {
    return SampleWorld.generate(now, SEED).events();
  }
}
