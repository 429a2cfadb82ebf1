package io.caseclock.local.sample.story;

/**
 * What the sample meant to show, counted while it was told.
 *
 * @param steps steps that had a limit
 * @param late of these, done after it
 * @param neglected left undone though due
 * @param pressed left undone, due soon
 * @param enteredLate events recorded hours or days after they happened
 * @param corrected events that were withdrawn and sent again
 */
public record Tally(
    int steps, int late, int neglected, int pressed, int enteredLate, int corrected) {

  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        steps + other.steps,
        late + other.late,
        neglected + other.neglected,
        pressed + other.pressed,
        enteredLate + other.enteredLate,
        corrected + other.corrected);
  }
}
