package io.caseclock.wiring;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.DateTimeException;
import java.util.function.Supplier;

/**
 * Settings that make no sense. What is thrown here ends the start with its message alone: whoever
 * set it needs the key and the reason, and no stack. So it never has a cause.
 */
public final class Setting {

  private Setting() {}

  /**
   * The refusal of a setting.
   *
   * @param key as it is set
   * @param reason completes a sentence that begins with the key
   */
  public static ConfigurationException refused(String key, String reason) {
    return new ConfigurationException(key + " " + reason);
  }

  /**
   * What is made of settings that may contradict each other.
   *
   * @param key the setting, or what their keys begin with
   */
  public static <T> T of(String key, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      var reason = String.valueOf(e.getMessage());
      throw new ConfigurationException(reason.startsWith(key) ? reason : key + ": " + reason);
    }
  }
}
