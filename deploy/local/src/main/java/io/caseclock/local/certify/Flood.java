package io.caseclock.local.certify;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Repeats one known event in waves, up to {@value #WAVES} times {@value #WAVE}, until the share is
 * used up, and then waits as long as it is told. Nothing new is kept by it.
 */
final class Flood {

  static final String NAME = "flood/share";
  static final String AFTER = "flood/after";

  private static final int WAVE = 100;
  private static final int WAVES = 3;
  private static final String SECTION = "rate-limits";

  private final Door door;
  private final Consumer<Duration> pause;

  Flood(Door door, Consumer<Duration> pause) {
    this.door = door;
    this.pause = pause;
  }

  List<Verdict> play(Sent.Post known) {
    var allowed = new Expected.KnownOrLater();
    List<Reply> wrong = List.of();
    Map<Integer, Long> counts = new TreeMap<>();
    var wait = Duration.ZERO;
    for (var wave = 0; wave < WAVES && wait.isZero() && wrong.isEmpty(); wave++) {
      var replies = door.flood(known, WAVE);
      replies.forEach(reply -> counts.merge(reply.status(), 1L, Long::sum));
      wrong = replies.stream().filter(reply -> !allowed.isMet(reply, name -> reply)).toList();
      wait =
          replies.stream()
              .filter(Reply::isPutOff)
              .map(Reply::pause)
              .max(Comparator.naturalOrder())
              .orElse(Duration.ZERO);
    }
    var told =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " × " + count.getKey())
            .collect(Collectors.joining(", "));
    var came = wrong.isEmpty() ? told : told + "; " + wrong.getFirst();
    pause.accept(wait);
    var again = door.post(known);
    var expected = Expected.known();
    return List.of(
        new Verdict(step(known), wrong.isEmpty(), came),
        new Verdict(
            after(known, expected), expected.isMet(again, name -> again), again.toString()));
  }

  private static Step step(Sent.Post known) {
    return new Step(
        NAME,
        new Names("大量重发：超出份额时说明等待多久", "A flood: beyond the share it is said how long to wait"),
        known,
        new Expected.KnownOrLater(),
        SECTION);
  }

  private static Step after(Sent.Post known, Expected expected) {
    return new Step(
        AFTER, new Names("等待之后再次接收", "After the wait it is taken again"), known, expected, SECTION);
  }
}
