package io.caseclock.notify.monitor;

import java.io.InputStream;

/** A file of the monitor, passed on while it comes. */
public sealed interface Download {

  /** Its bytes; whoever reads them closes the stream. */
  record File(String contentType, InputStream bytes) implements Download {}

  /** There is none. */
  record Missing(Answer<Void> why) implements Download {}
}
