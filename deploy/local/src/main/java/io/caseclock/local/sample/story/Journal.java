package io.caseclock.local.sample.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A precinct system's record of one case: entered in minutes, at times late or wrong at first. */
final class Journal {

  private static final double ENTERED_LATE = 0.02;
  private static final double CORRECTED = 0.0013;

  private final Setting setting;
  private final Instant now;
  private final Dice dice;
  private final List<SampleEvent> events = new ArrayList<>();
  private int enteredLate;
  private int corrected;

  Journal(Setting setting, Instant now, Dice dice) {
    this.setting = setting;
    this.now = now;
    this.dice = dice;
  }

  /** Enters an event that is not after now; gives the instant, in whole seconds. */
  Instant enter(String type, String subject, Instant at, Map<String, Object> data) {
    var occurredAt = Instant.ofEpochSecond(at.getEpochSecond());
    var recordedAt = recording(occurredAt);
    if (dice.chance(CORRECTED) && isOldEnough(occurredAt)) {
      recordedAt = correct(type, subject, occurredAt, data);
    }
    add(type, subject, occurredAt, recordedAt, data);
    return occurredAt;
  }

  private Instant recording(Instant occurredAt) {
    var afterwards = occurredAt.plusSeconds(dice.between(20, 900));
    if (dice.chance(ENTERED_LATE)) {
      var days = afterwards.plus(dice.chance(0.6) ? dice.hours(3, 20) : dice.days(1, 4));
      if (!days.isAfter(now)) {
        enteredLate++;
        return days;
      }
    }
    return afterwards.isAfter(now) ? now : afterwards;
  }

  private boolean isOldEnough(Instant occurredAt) {
    return occurredAt.isBefore(now.minus(Duration.ofDays(3)));
  }

  /** A wrong time is entered first and taken back later; gives when the right one is recorded. */
  private Instant correct(
      String type, String subject, Instant occurredAt, Map<String, Object> data) {
    corrected++;
    var wrong = occurredAt.minus(dice.minutes(20, 150));
    var mistaken = add(type, subject, wrong, occurredAt.plus(dice.minutes(2, 30)), data);
    var noticedAt = mistaken.recordedAt().plus(dice.hours(2, 40));
    Map<String, Object> withdrawal = new LinkedHashMap<>();
    withdrawal.put("source", mistaken.source());
    withdrawal.put("id", mistaken.id());
    withdrawal.put("reason", "时间录入错误 / wrong time entered");
    add("event-withdrawn", subject, noticedAt, noticedAt.plusSeconds(30), withdrawal);
    return noticedAt.plus(dice.minutes(2, 9));
  }

  private SampleEvent add(
      String type,
      String subject,
      Instant occurredAt,
      Instant recordedAt,
      Map<String, Object> further) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("unit", setting.unit().id());
    data.put("officer", setting.officer().id());
    if (!subject.startsWith("case/")) {
      data.put("caseId", setting.caseId());
    }
    further.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(member -> data.put(member.getKey(), ordered(member.getValue())));
    var id = "%s-%03d".formatted(setting.caseId(), events.size() + 1);
    var event =
        new SampleEvent(id, setting.unit().source(), type, subject, occurredAt, recordedAt, data);
    events.add(event);
    return event;
  }

  /** Maps made by {@code Map.of} have no order of their own; the sample must not vary. */
  private static Object ordered(Object value) {
    return value instanceof Map<?, ?> map ? new java.util.TreeMap<>(map) : value;
  }

  /**
   * Enters the hand-over; whatever happened after it is that officer's and the unit's of theirs.
   */
  void handOver(String theCase, Officer to, Instant at, String reason) {
    Map<String, Object> who = Map.of("unit", to.unit(), "officer", to.id(), "reason", reason);
    add("case-assigned", theCase, at, at, who);
    events.replaceAll(event -> event.occurredAt().isAfter(at) ? event.by(to) : event);
  }

  /** Whether nothing was entered wrong. */
  boolean isPlain() {
    return corrected == 0;
  }

  List<SampleEvent> events() {
    return List.copyOf(events);
  }

  Tally tally() {
    return new Tally(0, 0, 0, 0, enteredLate, corrected);
  }
}
