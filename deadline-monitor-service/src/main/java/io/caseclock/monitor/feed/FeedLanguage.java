package io.caseclock.monitor.feed;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** In which language a calendar is written. */
public enum FeedLanguage {
  ZH,
  EN;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<FeedLanguage> ofWire(Object word) {
    return Arrays.stream(values()).filter(language -> language.wire().equals(word)).findFirst();
  }

  public String pick(Names names) {
    return pick(names.zh(), names.en());
  }

  public String pick(String chinese, String english) {
    return this == ZH ? chinese : english;
  }
}
