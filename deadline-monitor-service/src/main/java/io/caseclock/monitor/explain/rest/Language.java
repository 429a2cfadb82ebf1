package io.caseclock.monitor.explain.rest;

import io.caseclock.contract.Names;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a page; Chinese unless asked otherwise. */
enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Refuses what is not one of them with a {@link ProblemException}. */
  static Language of(@Nullable String asked) {
    var known = Parameters.oneOf("lang", asked, List.of("zh", "en"));
    return known == null ? ZH : valueOf(known.toUpperCase(Locale.ROOT));
  }

  /** As HTML names it. */
  String tag() {
    return tag;
  }

  Locale locale() {
    return this == ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  String pick(Names names) {
    return this == ZH ? names.zh() : names.en();
  }
}
