package io.caseclock.notify.channel;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** By what means a channel reaches somebody. */
public enum ChannelKind {
  IN_APP,
  EMAIL,
  SMS,
  WEBHOOK,
  WECOM,
  DINGTALK,
  FEISHU;

  /** As configuration, rule packs and the API spell it: {@code in-app}. */
  public String wire() {
    return Words.of(this);
  }

  /** Whether it reaches one person at an address of that person's own. */
  public boolean isPersonal() {
    return this == EMAIL || this == SMS;
  }

  public static Optional<ChannelKind> ofWire(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(text)).findFirst();
  }
}
