package io.caseclock.wire;

import java.io.Serial;

/**
 * JSON that is refused. It is the one way in which the readers of this package say so, and what it
 * says may be shown to whoever sent the text: where it is and what is expected there, never what
 * stands there.
 */
public final class UnreadableJsonException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String pointer;
  private final int line;

  UnreadableJsonException(String pointer, int line, String expected, Throwable cause) {
    super(expected, cause);
    this.pointer = pointer;
    this.line = line;
  }

  UnreadableJsonException(String pointer, int line, String expected) {
    super(expected);
    this.pointer = pointer;
    this.line = line;
  }

  /** JSON pointer (RFC 6901) to the faulty member; empty for the text as a whole. */
  public String pointer() {
    return pointer;
  }

  /** The same for somebody to whom the text is one member of something larger. */
  public UnreadableJsonException below(String place) {
    return new UnreadableJsonException(place + pointer, line, String.valueOf(getMessage()), this);
  }

  /** The line of the text, from 1 on; 0 where it cannot be told. */
  public int line() {
    return line;
  }

  /** What is expected, with the line where it is known. */
  public String expected() {
    return line > 0 ? getMessage() + " (line " + line + ")" : String.valueOf(getMessage());
  }
}
