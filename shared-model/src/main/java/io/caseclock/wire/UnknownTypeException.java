package io.caseclock.wire;

/**
 * A record of a type that this version does not know, perhaps of a newer contract; it belongs on a
 * dead-letter topic until this version is replaced.
 */
public final class UnknownTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownTypeException(String message) {
    super(message);
  }
}
