package io.caseclock.notify.console.frame;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Light or dark, as chosen here; else as the browser has it. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  static final String COOKIE = "caseclock-theme";

  static Optional<Theme> ofCode(@Nullable String code) {
    return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst();
  }

  static Theme of(@Nullable String asked, HttpHeaders headers) {
    return ofCode(asked)
        .or(
            () ->
                Optional.ofNullable(headers.getCookies().get(COOKIE))
                    .flatMap(cookie -> ofCode(cookie.getValue())))
        .orElse(AUTO);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the switch offers next. */
  public Theme next() {
    return switch (this) {
      case AUTO -> DARK;
      case DARK -> LIGHT;
      case LIGHT -> AUTO;
    };
  }
}
