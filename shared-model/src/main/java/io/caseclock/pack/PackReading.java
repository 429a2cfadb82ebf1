package io.caseclock.pack;

import java.util.List;

/** What reading a pack gave: the pack, or every mistake in it at once. */
public sealed interface PackReading {

  /** The pack is right. */
  record Read(Pack pack) implements PackReading {}

  /** The pack is refused. */
  record Refused(List<Mistake> mistakes) implements PackReading {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }
}
