package io.caseclock.intake.journal;

import java.net.URI;

/** Where callers reach the deadline monitor. */
public record MonitorAddress(URI uri) {

  /** Without a slash at the end, so that a path can follow. */
  public String base() {
    var text = uri.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
