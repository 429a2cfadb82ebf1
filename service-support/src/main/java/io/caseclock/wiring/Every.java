package io.caseclock.wiring;

import io.quarkus.runtime.configuration.DurationConverter;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads how often a job runs: a duration, or {@code off} for never. The scheduler reads the same
 * text later, and would end the start with a stack that does not name the setting; it looks once a
 * second, so that a shorter duration says what is not so.
 */
public final class Every implements Converter<String> {

  @Serial private static final long serialVersionUID = 1L;

  /** What the scheduler takes for never, in any case of letters. */
  static final Set<String> NEVER = Set.of("off", "disabled");

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Whether the text stands for never. */
  public static boolean isNever(String text) {
    return NEVER.contains(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public String convert(String text) {
    if (!isNever(text) && duration(text).compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("is at least 1 s, or off");
    }
    return text;
  }

  private static Duration duration(String text) {
    try {
      return DurationConverter.parseDuration(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is a duration such as 30s or 5m, or off", e);
    }
  }
}
