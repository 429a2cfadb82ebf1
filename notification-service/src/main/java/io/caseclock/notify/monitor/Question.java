package io.caseclock.notify.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A request to the monitor.
 *
 * @param path without query, each segment encoded; begins with a slash
 * @param body null for none
 * @param version which the thing must still have, for {@code If-Match}; null for any
 * @param token of the caller, in whose name it is asked; empty for what needs none
 */
public record Question(
    String method,
    String path,
    Query query,
    @Nullable Body body,
    @Nullable String version,
    String token) {

  /** Whatever version the thing has. */
  public Question(String method, String path, Query query, @Nullable Body body, String token) {
    this(method, path, query, body, null, token);
  }

  /** What is sent along. */
  public record Body(String contentType, byte[] bytes) {

    /** Only what it is; it may hold anything. */
    @Override
    public String toString() {
      return "Body[" + contentType + ", " + bytes.length + " bytes]";
    }
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "Question[" + method + " " + path + "]";
  }
}
