package io.caseclock.monitor.revision.http;

/** A comparison did not come to its end; the message says to a person why, and what to do. */
public final class ComparisonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ComparisonException(String message) {
    super(message);
  }

  ComparisonException(String message, Throwable cause) {
    super(message, cause);
  }
}
