package io.caseclock.notify.notice.document;

import java.util.Locale;

/** The forms of what was issued. JSON and HTML are made at once, the PDF when it is asked for. */
public enum DocumentForm {
  JSON,
  HTML,
  PDF;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
