package io.caseclock.local;

/** The stack cannot do what was asked; the message is written for the person at the keyboard. */
public class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
