package io.caseclock.notify.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A request to the monitor.
 *
 * @param path without query, each segment encoded; begins with a slash
 * @param body null for none
 * @param version which the thing must still have, for {@code If-Match}; null for any
 * @param asker in whose name it is asked
 */
public record Question(
    String method,
    String path,
    Query query,
    @Nullable Body body,
    @Nullable String version,
    Asker asker) {

  /** Whatever version the thing has. */
  public Question(String method, String path, Query query, @Nullable Body body, Asker asker) {
    this(method, path, query, body, null, asker);
  }

  /** What is sent along. */
  public record Body(String contentType, byte[] bytes) {

    /** Only what it is; it may hold anything. */
    @Override
    public String toString() {
      return "Body[" + contentType + ", " + bytes.length + " bytes]";
    }
  }

  /** Leaves out whose it is. */
  @Override
  public String toString() {
    return "Question[" + method + " " + path + "]";
  }
}
