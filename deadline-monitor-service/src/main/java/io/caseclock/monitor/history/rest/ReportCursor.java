package io.caseclock.monitor.history.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.monitor.history.HistoryLine;
import io.caseclock.monitor.rest.CursorText;

/** A place in the report, as text: the last line that was seen. */
final class ReportCursor {

  private static final String BETWEEN = "\n";

  private ReportCursor() {}

  static String text(HistoryLine line) {
    var plain = String.join(BETWEEN, line.unit(), line.rule(), line.severity(), line.level());
    return CursorText.of(plain);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static HistoryLine parse(String text) {
    return CursorText.parse(text, ReportCursor::read, ReportCursor::text);
  }

  private static HistoryLine read(String plain) {
    var parts = CursorText.parts(plain, BETWEEN, 4);
    if (!StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + plain);
    }
    return new HistoryLine(parts[0], parts[1], parts[2], parts[3], 0, 0, 0);
  }
}
