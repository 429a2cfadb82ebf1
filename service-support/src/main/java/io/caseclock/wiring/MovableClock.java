package io.caseclock.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's time plus the ISO 8601 duration in a file ({@code PT72H}); no file, no offset. The
 * file is looked at each time, so that all services move at once. What cannot be read leaves the
 * clock where it was.
 */
public final class MovableClock implements InstantSource {

  private static final Logger LOGGER = LoggerFactory.getLogger(MovableClock.class);

  private final InstantSource system;
  private final Path file;
  // written by any caller's thread; a lost update only repeats the reading
  private volatile Duration offset = Duration.ZERO;

  public MovableClock(InstantSource system, Path file) {
    this.system = system;
    this.file = file;
  }

  @Override
  public Instant instant() {
    var now = system.instant();
    try {
      var text = Files.readString(file).strip();
      var read = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
      var moved = now.plus(read);
      offset = read;
      return moved;
    } catch (NoSuchFileException e) {
      offset = Duration.ZERO;
      return now;
    } catch (IOException | DateTimeException | ArithmeticException e) {
      LOGGER.atWarn().addKeyValue("reason", e.toString()).log("clock offset not readable");
      return now.plus(offset);
    }
  }
}
