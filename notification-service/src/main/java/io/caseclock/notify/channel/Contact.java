package io.caseclock.notify.channel;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a person's contacts where a channel reaches the person. */
public final class Contact {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[A-Za-z0-9.-]{1,190}");
  private static final Pattern MOBILE = Pattern.compile("\\+?[0-9]{5,15}");

  /** Empty where there is none, or none that anything could be sent to. */
  public static Optional<String> of(ChannelKind kind, Map<String, String> contacts) {
    return switch (kind) {
      case EMAIL -> fitting(contacts.get("email"), EMAIL);
      case SMS -> fitting(contacts.get("mobile"), MOBILE);
      case IN_APP, WEBHOOK, WECOM, DINGTALK, FEISHU -> Optional.empty();
    };
  }

  private static Optional<String> fitting(@Nullable String text, Pattern shape) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(candidate -> shape.matcher(candidate).matches());
  }

  private Contact() {}
}
