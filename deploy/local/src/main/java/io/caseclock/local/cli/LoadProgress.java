package io.caseclock.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** How many lines are done, in figures that need no language, on one line of a terminal. */
final class LoadProgress implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final long lines;
  private final Optional<PrintStream> terminal;
  private final InstantSource clock;
  private Instant next = Instant.MIN; // guarded by this, as is what follows
  private long done;

  LoadProgress(long lines, Optional<PrintStream> terminal, InstantSource clock) {
    this.lines = lines;
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Only where errors go to a terminal, which the script knows; the stream of the command itself
   * lets nothing move the cursor.
   */
  static LoadProgress ofTheTerminal(long lines) {
    var terminal =
        Boolean.getBoolean("caseclock.terminal")
            ? Optional.of(
                new PrintStream(
                    new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
            : Optional.<PrintStream>empty();
    return new LoadProgress(lines, terminal, InstantSource.system());
  }

  /** Takes so many lines more, from any thread. */
  synchronized void add(long more) {
    done += more;
    var now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(BETWEEN);
      print();
    }
  }

  private void print() {
    terminal.ifPresent(
        out -> {
          out.printf(
              Locale.ROOT,
              "\r%,d / %,d  %d %%",
              done,
              lines,
              lines == 0 ? 100 : Math.min(100, done * 100 / lines));
          out.flush();
        });
  }

  /** Leaves the last figures where they are, and goes on below. */
  @Override
  public synchronized void close() {
    print();
    terminal.ifPresent(PrintStream::println);
  }
}
