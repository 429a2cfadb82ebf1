package io.caseclock.notify.console;

import io.caseclock.contract.Names;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of a page: asked for, remembered, or what the browser prefers; else Chinese. */
enum Language {
  ZH("zh-CN"),
  EN("en");

  static final String COOKIE = "caseclock-language";

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  static Language of(@Nullable String asked, HttpHeaders headers) {
    return ofCode(asked)
        .or(
            () ->
                Optional.ofNullable(headers.getCookies().get(COOKIE))
                    .flatMap(c -> ofCode(c.getValue())))
        .orElseGet(() -> preferred(headers));
  }

  static Optional<Language> ofCode(@Nullable String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  private static Language preferred(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(locale -> ofCode(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ZH);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String tag() {
    return tag;
  }

  Language other() {
    return this == ZH ? EN : ZH;
  }

  String pick(Names names) {
    return this == ZH ? names.zh() : names.en();
  }
}
