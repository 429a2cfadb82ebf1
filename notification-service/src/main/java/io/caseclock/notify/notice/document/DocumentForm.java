package io.caseclock.notify.notice.document;

import java.util.Locale;

/** The forms in which a notice is kept beside its JSON. */
public enum DocumentForm {
  HTML,
  PDF;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
