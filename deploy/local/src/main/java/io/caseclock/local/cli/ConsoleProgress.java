package io.caseclock.local.cli;

import io.caseclock.local.ProgressListener;
import java.time.Duration;
import java.util.Locale;

/** One line on the terminal for each step. */
final class ConsoleProgress implements ProgressListener {

  @Override
  public void done(String step, Duration took, String note) {
    var seconds = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    System.out.println(
        String.format(Locale.ROOT, "  %-14s done in %5s s   %s", step, seconds, note)
            .stripTrailing());
  }
}
