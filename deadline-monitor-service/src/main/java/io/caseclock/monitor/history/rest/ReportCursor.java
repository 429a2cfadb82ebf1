package io.caseclock.monitor.history.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.monitor.history.HistoryLine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the report, as text: the last line that was seen. */
final class ReportCursor {

  private static final String BETWEEN = "\n";

  private ReportCursor() {}

  static String text(HistoryLine line) {
    var plain = String.join(BETWEEN, line.unit(), line.rule(), line.severity(), line.level());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static HistoryLine parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var parts = plain.split(BETWEEN, -1);
    if (parts.length != 4 || !StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    var line = new HistoryLine(parts[0], parts[1], parts[2], parts[3], 0, 0, 0);
    if (!text(line).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return line;
  }
}
