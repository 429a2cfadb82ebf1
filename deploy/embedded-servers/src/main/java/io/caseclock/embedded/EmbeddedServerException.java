package io.caseclock.embedded;

/**
 * A server that could not be started or stopped; the message is written for the person at the
 * keyboard.
 */
public final class EmbeddedServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddedServerException(String message) {
    super(message);
  }

  public EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
