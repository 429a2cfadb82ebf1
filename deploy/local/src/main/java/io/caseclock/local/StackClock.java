package io.caseclock.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/** The time that the services of one stack see: the system's, moved by the duration in a file. */
public final class StackClock {

  private final Path file;
  private final InstantSource systemClock;

  public StackClock(Path file, InstantSource systemClock) {
    this.file = file;
    this.systemClock = systemClock;
  }

  public Instant now() {
    return systemClock.instant().plus(offset());
  }

  /** Returns how far the services are ahead of the system; negative where they are behind. */
  public Duration offset() {
    try {
      var text = Files.readString(file).strip();
      return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException | DateTimeParseException e) {
      throw new StackException("The clock's offset in " + file + " cannot be read.", e);
    }
  }

  /** Moves the time by that much more, all services at once. */
  public void advance(Duration more) {
    write(offset().plus(more).toString());
  }

  /** Gives the services the system's time again. */
  public void reset() {
    write("");
  }

  private void write(String text) {
    try {
      var half = file.resolveSibling(file.getFileName() + ".half");
      Files.createDirectories(half.toAbsolutePath().getParent());
      Files.writeString(half, text);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackException("The clock's offset cannot be written: " + e.getMessage(), e);
    }
  }
}
