package io.caseclock.pack;

import java.util.List;

/** What reading a pack gave: the pack, or every mistake in it at once. */
public sealed interface PackReading {

  /**
   * The pack is right.
   *
   * @param examples its worked examples, in their order
   * @param notes what is odd but no mistake, such as an event that no rule uses
   */
  record Read(Pack pack, List<Example> examples, List<Mistake> notes) implements PackReading {
    public Read {
      examples = List.copyOf(examples);
      notes = List.copyOf(notes);
    }
  }

  /** The pack is refused. */
  record Refused(List<Mistake> mistakes) implements PackReading {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }
}
