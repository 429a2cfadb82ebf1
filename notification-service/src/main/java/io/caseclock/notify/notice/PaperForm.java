package io.caseclock.notify.notice;

import java.util.Locale;

/** The forms in which a notice is kept beside its JSON. */
public enum PaperForm {
  HTML,
  PDF;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
