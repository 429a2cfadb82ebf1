package io.caseclock.monitor.example;

import io.caseclock.pack.Example;
import io.caseclock.pack.Mistake;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** What became of one example. */
public sealed interface ExampleResult {

  Example example();

  /** The engine finds what the person found. */
  record Passed(Example example, Mechanism mechanism) implements ExampleResult {}

  /**
   * The engine finds something else.
   *
   * @param actual what the engine finds, written as the example writes it
   * @param steps how the engine came to it, a sentence a step
   */
  record Differs(
      Example example,
      Mechanism mechanism,
      OffsetDateTime expected,
      OffsetDateTime actual,
      List<String> steps)
      implements ExampleResult {

    public Differs {
      steps = List.copyOf(steps);
    }

    static Differs of(
        Example example, Mechanism mechanism, Instant actual, ZoneId zone, List<String> steps) {
      return new Differs(
          example,
          mechanism,
          example.due().atZone(zone).toOffsetDateTime(),
          actual.atZone(zone).toOffsetDateTime(),
          steps);
    }
  }

  /** The row cannot be worked out as it is written. */
  record Unclear(Example example, String reason) implements ExampleResult {}

  /** The row as a mistake of the pack, with what to look at. */
  static Mistake mistake(ExampleResult result) {
    var row = result.example();
    var told =
        switch (result) {
          case Passed passed -> "comes out";
          case Differs differs ->
              "expected " + differs.expected() + ", the rules give " + differs.actual();
          case Unclear unclear -> unclear.reason();
        };
    return new Mistake(
        "examples.csv", row.line(), row.id() + " " + row.rule() + ": " + told + "; " + row.why());
  }
}
