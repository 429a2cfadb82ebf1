package io.caseclock.notify.channel;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which contact of a person a channel sends to.
 *
 * @param key of the directory's contacts, such as {@code email}
 * @param shape what anything could be sent to looks like
 * @param inputType the type of a field on a page for it, as HTML names it
 */
public record Contact(String key, Pattern shape, String inputType) {

  /** Empty where the person has none, or none that anything could be sent to. */
  public Optional<String> in(Map<String, String> contacts) {
    return fitting(contacts.get(key));
  }

  /** The text without blanks around it, where something could be sent there. */
  public Optional<String> fitting(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(candidate -> shape.matcher(candidate).matches());
  }
}
