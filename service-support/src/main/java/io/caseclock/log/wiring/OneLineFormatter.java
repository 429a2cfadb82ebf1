package io.caseclock.log.wiring;

import java.util.logging.Formatter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/** Formats as another does, with the message (and the keys in it) and the causes encoded. */
final class OneLineFormatter extends ExtFormatter {

  private final Formatter inner;

  OneLineFormatter(Formatter inner) {
    this.inner = inner;
  }

  @Override
  public String format(ExtLogRecord logged) {
    var line = new ExtLogRecord(logged);
    line.setMessage(OneLine.of(String.valueOf(formatMessage(logged))), FormatStyle.NO_FORMAT);
    line.setParameters(null);
    var thrown = logged.getThrown();
    if (thrown != null) {
      line.setThrown(OneLineThrowable.of(thrown));
    }
    return inner.format(line);
  }
}
