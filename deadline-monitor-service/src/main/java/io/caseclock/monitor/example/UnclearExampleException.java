package io.caseclock.monitor.example;

/** A row that cannot be worked out as it is written. */
public final class UnclearExampleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnclearExampleException(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
