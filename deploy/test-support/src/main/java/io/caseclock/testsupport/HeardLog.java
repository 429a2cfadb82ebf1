package io.caseclock.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class logs, from here until this is closed. */
public final class HeardLog implements AutoCloseable {

  /** Held: nobody else may. */
  private final Logger logger;

  private final Ear ear = new Ear();

  private HeardLog(Logger logger) {
    this.logger = logger;
  }

  public static HeardLog of(Class<?> type) {
    var heard = new HeardLog(Logger.getLogger(type.getName()));
    heard.logger.addHandler(heard.ear);
    return heard;
  }

  /** From the first to the last. */
  public List<LogRecord> records() {
    return List.copyOf(ear.records);
  }

  @Override
  public void close() {
    logger.removeHandler(ear);
  }

  private static final class Ear extends Handler {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord one) {
      records.add(one);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
