package io.caseclock.notify.console.frame;

import io.caseclock.contract.Names;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of a page: asked for, remembered, or what the browser prefers; else Chinese. */
public enum Language {
  ZH("zh-CN", "、", "："),
  EN("en", ", ", ": ");

  static final String COOKIE = "caseclock-language";

  private final String tag;
  private final String comma;
  private final String colon;

  Language(String tag, String comma, String colon) {
    this.tag = tag;
    this.comma = comma;
    this.colon = colon;
  }

  static Language of(@Nullable String asked, HttpHeaders headers) {
    return ofCode(asked)
        .or(
            () ->
                Optional.ofNullable(headers.getCookies().get(COOKIE))
                    .flatMap(c -> ofCode(c.getValue())))
        .orElseGet(() -> preferred(headers));
  }

  public static Optional<Language> ofCode(@Nullable String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  private static Language preferred(HttpHeaders headers) {
    return accepted(headers).stream()
        .map(locale -> ofCode(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ZH);
  }

  /** None where the header is none: the page is shown all the same. */
  private static List<Locale> accepted(HttpHeaders headers) {
    try {
      return headers.getAcceptableLanguages();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String tag() {
    return tag;
  }

  public Language other() {
    return this == ZH ? EN : ZH;
  }

  public String pick(Names names) {
    return this == ZH ? names.zh() : names.en();
  }

  /** Words one after the other. */
  public String listed(List<String> words) {
    return String.join(comma, words);
  }

  /** Stands between a word and what it is about. */
  public String colon() {
    return colon;
  }
}
