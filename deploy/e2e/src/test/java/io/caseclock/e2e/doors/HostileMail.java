package io.caseclock.e2e.doors;

import java.util.List;
import java.util.regex.Pattern;

/** A mail as a server took it, and how a text in its head could have become more than a text. */
record HostileMail(String whole) {

  private static final Pattern LINE =
      Pattern.compile("(?:(?:[A-Za-z][A-Za-z-]*):|[ \\t])[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");
  private static final String FORGED = "X-Q9x";

  private List<String> head() {
    return whole.substring(0, whole.indexOf("\n\n")).lines().toList();
  }

  boolean tells() {
    return head().stream().anyMatch(line -> line.contains(HostileText.MARK));
  }

  boolean isSound() {
    return head().stream()
        .allMatch(line -> LINE.matcher(line).matches() && !line.startsWith(FORGED));
  }
}
