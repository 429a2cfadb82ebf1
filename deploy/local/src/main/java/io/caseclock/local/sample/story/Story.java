package io.caseclock.local.sample.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The telling of one history. A scenario tells it to the end; what lies after now is left out, and
 * so is everything that hangs on it. Instants are chained: a step that never came gives {@link
 * #never()}, and what follows from it never comes either.
 */
public final class Story {

  private static final double SLOW = 0.1;

  private final Setting setting;
  private final Instant now;
  private final Fate fate;
  private final Dice dice;
  private final Journal journal;
  private int people;
  private int items;
  private int steps;
  private int late;
  private boolean isStalled;

  public Story(Setting setting, Instant now, Fate fate, Dice dice) {
    this.setting = setting;
    this.now = now;
    this.fate = fate;
    this.dice = dice;
    this.journal = new Journal(setting, now, dice);
  }

  public Dice dice() {
    return dice;
  }

  public Instant opensAt() {
    return setting.opensAt();
  }

  /** After everything. */
  public Instant never() {
    return now.plus(Duration.ofDays(4000));
  }

  /** Within the last {@code days} days. */
  public boolean isRecent(Instant at, int days) {
    return at.isAfter(now.minus(Duration.ofDays(days)));
  }

  public String theCase() {
    return "case/" + setting.caseId();
  }

  public String incident() {
    return "incident/J" + setting.digits();
  }

  public String caseFile() {
    return "case-file/" + setting.caseId();
  }

  public String newPerson() {
    return "person/P-%s-%d".formatted(setting.digits(), ++people);
  }

  public String newItem() {
    return "property/W-%s-%d".formatted(setting.digits(), ++items);
  }

  /** A place or visit of the unit's case-handling area. */
  public String venue(String name) {
    return "venue/" + setting.unit().id() + "-" + name;
  }

  /** Tells that something happened; the instant, or never where that lies after now. */
  public Instant tell(String type, String subject, Instant at) {
    return tell(type, subject, at, Map.of());
  }

  /** Tells that something happened, and which facts hold from then on. */
  public Instant tell(String type, String subject, Instant at, Map<String, Object> facts) {
    return tellWith(type, subject, at, facts.isEmpty() ? Map.of() : Map.of("facts", facts));
  }

  /** Tells what an office does: at that instant, or when the office is next open. */
  public Instant tellInOffice(String type, String subject, Instant at) {
    return tellInOffice(type, subject, at, Map.of());
  }

  /** The same, with the facts that hold from then on. */
  public Instant tellInOffice(String type, String subject, Instant at, Map<String, Object> facts) {
    return at.isAfter(now) ? never() : tell(type, subject, nextOffice(at), facts);
  }

  /** That instant, or when the office is next open. */
  public Instant nextOffice(Instant at) {
    return Rhythm.nextOfficeHours(at, dice);
  }

  /** Tells that something happened, with further members of the event's data. */
  public Instant tellWith(String type, String subject, Instant at, Map<String, Object> data) {
    if (at.isAfter(now)) {
      return never();
    }
    return journal.enter(type, subject, at, data);
  }

  /** An extension of a rule's deadline. */
  public Instant extend(String rule, String adds, String level, String subject, Instant at) {
    return tellWith(
        "extension-approved", subject, at, Map.of("rule", rule, "adds", adds, "level", level));
  }

  /** A step with a limit, mostly done in time. */
  public Instant within(Limit limit, Instant since, String type, String subject) {
    return within(limit, since, since, type, subject, Map.of());
  }

  /** The same, never before {@code after}. */
  public Instant within(
      Limit limit,
      Instant since,
      Instant after,
      String type,
      String subject,
      Map<String, Object> facts) {
    if (since.isAfter(now) || after.isAfter(now)) {
      return never();
    }
    var at = step(limit, since);
    return tell(type, subject, latest(at, after.plusSeconds(300)), facts);
  }

  /** A step with a limit, and what it says in further members of the event's data. */
  public Instant withinSaying(
      Limit limit, Instant since, String type, String subject, Map<String, Object> data) {
    return since.isAfter(now) ? never() : tellWith(type, subject, step(limit, since), data);
  }

  /** A step with a limit that is late at times but never left undone, whatever the fate. */
  public Instant promptly(Limit limit, Instant since, String type, String subject) {
    if (since.isAfter(now)) {
      return never();
    }
    steps++;
    return tell(type, subject, pace(limit, since));
  }

  private Instant step(Limit limit, Instant since) {
    steps++;
    if (isStalled || !fate.stalls(limit, since, now, dice)) {
      return pace(limit, since);
    }
    isStalled = true;
    if (fate != Fate.MENDED) {
      return never();
    }
    late++;
    return Rhythm.betweenMondays(now, dice);
  }

  /** A step with a limit that is not the office's own; always in time. */
  public Instant surely(Limit limit, Instant since, String type, String subject) {
    return since.isAfter(now)
        ? never()
        : tell(type, subject, inTime(limit, since, limit.earliestDue(since)));
  }

  public static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Instant pace(Limit limit, Instant since) {
    var overdue = overdue(limit, since);
    if (dice.chance(lateness(limit, since)) && !overdue.isAfter(now)) {
      late++;
      return overdue;
    }
    return inTime(limit, since, limit.earliestDue(since));
  }

  private double lateness(Limit limit, Instant since) {
    var ago = Duration.between(limit.latestDue(since), now);
    var share = setting.unit().conduct().lateness(ago);
    return limit.isGrave() ? share / 5 : share;
  }

  private Instant overdue(Limit limit, Instant since) {
    var most = limit.isGrave() ? Duration.ofHours(3) : limit.neglect();
    var by = (long) ((0.05 + 0.6 * dice.share()) * most.toSeconds());
    return limit.latestDue(since).plusSeconds(by);
  }

  /** A safe unit keeps a fifth in hand: a make-up day may end a period before its sketch does. */
  private Instant inTime(Limit limit, Instant since, Instant due) {
    var share = dice.chance(SLOW) ? 0.78 + 0.18 * dice.share() : early();
    var span = Duration.between(since, due);
    var most = setting.unit().conduct() == Conduct.SAFE ? span.multipliedBy(4).dividedBy(5) : span;
    var at = since.plusSeconds((long) (share * most.toSeconds()));
    return limit.isInHours() ? at : Rhythm.inOfficeHours(at, since, since.plus(most), dice);
  }

  private double early() {
    var share = dice.share();
    return 0.04 + 0.6 * share * share;
  }

  /** Whether the history has come to what its fate meant. */
  public boolean hasItsFate() {
    return fate == Fate.SMOOTH || isStalled;
  }

  /** From then on, a time in the past, the case is that officer's. */
  public void handOver(Officer to, Instant at, String reason) {
    journal.handOver(theCase(), to, at, reason);
  }

  /** Whether nothing in it was entered wrong. */
  public boolean isPlain() {
    return journal.isPlain();
  }

  /** Who had it at first. */
  public Officer officer() {
    return setting.officer();
  }

  /** When such an event, the last of its type, happened. */
  public Optional<Instant> lastOf(String type) {
    return events().stream()
        .filter(event -> event.type().equals(type))
        .map(SampleEvent::occurredAt)
        .max(Comparator.naturalOrder());
  }

  /** When something happened in it last; when it began, where nothing has. */
  public Instant lastAt() {
    return events().stream()
        .map(SampleEvent::occurredAt)
        .max(Comparator.naturalOrder())
        .orElse(opensAt());
  }

  /** What was told, in the order of telling. */
  public List<SampleEvent> events() {
    return journal.events();
  }

  /** What was meant while telling it. */
  public Tally tally() {
    return journal
        .tally()
        .plus(
            new Tally(
                steps,
                late,
                fate == Fate.NEGLECTED && isStalled ? 1 : 0,
                fate == Fate.PRESSED && isStalled ? 1 : 0,
                0,
                0));
  }
}
