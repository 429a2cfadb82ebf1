package io.caseclock.admission.http;

import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read within its size, its time and the room that its caller has. What breaks a
 * bound is a problem for the caller; what follows it stays unread.
 */
final class BoundedBody extends InputStream {

  /** Room is asked for in steps, so that a small body asks once. */
  private static final long STEP = 64 * 1024;

  private final Supplier<Source> source;
  private final long largest;
  private final BodyTimeout pace;
  private final Room room;
  private @Nullable Source opened;
  private long deadline;
  private long count;
  private long taken;
  private boolean whole;

  /** Where the bytes of a body come from. */
  @FunctionalInterface
  interface Source {

    /** Nothing came in time. */
    int LATE = -2;

    /** How many bytes came within so many nanoseconds; -1 at the end, or {@link #LATE}. */
    int read(byte[] into, int offset, int length, long nanos) throws IOException;
  }

  /** Where the bytes of a body go. */
  interface Room {

    /** Whether there is room for so many bytes more. */
    boolean take(long bytes);

    /** Waits for the turn of a whole body; false where it did not come. */
    boolean begin(long bytes);

    /** Hears that the body came too slowly. */
    void late();
  }

  /** Opens the source when the first byte is asked for, and not before. */
  BoundedBody(Supplier<Source> source, long largest, BodyTimeout pace, Room room) {
    this.source = source;
    this.largest = largest;
    this.pace = pace;
    this.room = room;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (whole) {
      return -1;
    }
    var read = next(into, offset, length);
    if (read == -1) {
      whole = true;
      requireTurn();
      return -1;
    }
    if (read == Source.LATE || pace.isOver(deadline)) {
      room.late();
      throw new ProblemException(ProblemType.TOO_SLOW, "The body came too slowly.");
    }
    count += read;
    require(count <= largest, tooLarge(largest));
    requireRoom();
    return read;
  }

  private int next(byte[] into, int offset, int length) {
    if (opened == null) {
      opened = source.get();
      deadline = pace.deadline(largest);
    }
    try {
      return opened.read(into, offset, length, pace.patience(deadline));
    } catch (IOException e) {
      throw new ProblemException(ProblemType.TOO_SLOW, "The body broke off before its end.");
    }
  }

  private void requireRoom() {
    while (taken < count) {
      require(room.take(STEP), busy());
      taken += STEP;
    }
  }

  private void requireTurn() {
    if (count > 0) {
      require(room.begin(count), busy());
    }
  }

  private static void require(boolean holds, Problem problem) {
    if (!holds) {
      throw new ProblemException(problem);
    }
  }

  /** The refusal of a body beyond its operation's size. */
  static Problem tooLarge(long largest) {
    return Problem.of(
        ProblemType.TOO_LARGE, "The body may have at most " + largest + " bytes here.");
  }

  private static Problem busy() {
    return Problem.of(
        ProblemType.UNAVAILABLE,
        "Too many large requests are being worked on. Nothing was done; send this one again.");
  }

  /** How much can be had without waiting is not told. */
  @Override
  public int available() {
    return 0;
  }

  /** What was not read stays unread: to wait for it is what a slow caller wants. */
  @Override
  public void close() {}
}
