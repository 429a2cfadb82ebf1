package io.caseclock.notify.wording;

import io.caseclock.contract.Names;

/** A text of a template in both languages, as somebody typed it; either may be empty. */
public record TemplateText(String zh, String en) {

  static TemplateText of(Names names) {
    return new TemplateText(names.zh(), names.en());
  }

  /** Both; throws {@link IllegalArgumentException} where one is empty. */
  public Names names() {
    return new Names(zh, en);
  }
}
