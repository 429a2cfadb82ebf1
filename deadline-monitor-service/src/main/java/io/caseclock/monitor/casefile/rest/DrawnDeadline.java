package io.caseclock.monitor.casefile.rest;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.Course;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.RuleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is drawn on an axis of time.
 *
 * @param subjectNames what people call the thing that it is about
 * @param zone in which its days are counted
 * @param basis the provision that it rests on; null where its rule left the pack
 * @param dueAt first instant after the last lawful day, or the exact instant for hour periods; null
 *     while paused, and once cancelled unless it was late by then
 * @param late whether it was late, or cut short, mended or not; also where it was cancelled later
 * @param lateData whether it was done in time and entered after the due instant; false for a past
 *     day, of which that is not told
 * @param firstDueAt when it was due before anything happened to it; null where it is not computed
 * @param extensions the approvals that moved it, in the order of their effect
 * @param leftOut what did not count of it
 * @param alternative when it is due by the other reading of the law; null where there is none, or
 *     it has the same last day
 * @param computed whether the events of the case give it as it is shown: else only its start, due
 *     and end are known
 */
public record DrawnDeadline(
    String id,
    String rule,
    Names names,
    String subject,
    Names subjectNames,
    String element,
    String list,
    String severity,
    boolean statutory,
    String unit,
    @Nullable String officer,
    String zone,
    @Nullable String basis,
    Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    String status,
    boolean late,
    boolean lateData,
    boolean provisional,
    @Nullable Instant endedAt,
    @Nullable Instant firstDueAt,
    List<Extension> extensions,
    List<LeftOut> leftOut,
    @Nullable Alternative alternative,
    boolean computed) {

  /** An approval that moved the due instant. */
  public record Extension(EventId event, Instant at, Instant dueBefore, Instant dueAfter) {

    static Extension of(Course.Extended extended) {
      return new Extension(
          extended.event(), extended.at(), extended.before().at(), extended.after().at());
    }
  }

  /**
   * A stretch that does not count.
   *
   * @param from inclusive
   * @param to exclusive; null while it lasts
   */
  public record LeftOut(Names names, Instant from, @Nullable Instant to) {

    static LeftOut of(Course.LeftOut leftOut) {
      return new LeftOut(leftOut.names(), leftOut.from(), leftOut.to());
    }
  }

  /**
   * The due instant by the other reading.
   *
   * @param dueAt null where only the day is known
   * @param basis what that reading rests on
   */
  public record Alternative(@Nullable Instant dueAt, LocalDate dueOn, @Nullable String basis) {}

  /**
   * A kept deadline.
   *
   * @param computed the same, computed now; null where the case does not give it
   */
  static DrawnDeadline of(
      StoredDeadline stored, @Nullable Deadline computed, Law law, Instant now) {
    var rule = stored.key().rule();
    var found = law.rule(rule);
    var version = version(stored, computed, law);
    var other = stored.otherDueOn();
    return new DrawnDeadline(
        stored.id().toString(),
        rule,
        found.map(one -> one.rule().names()).orElse(new Names(rule, rule)),
        stored.key().subject().toString(),
        named(stored.key().subject()),
        stored.rule().element(),
        stored.rule().list(),
        stored.rule().severity(),
        stored.rule().statutory(),
        stored.responsible().unit(),
        stored.responsible().officer(),
        found.map(one -> one.pack().zone()).orElse(law.zone()).getId(),
        version.map(DrawnDeadline::basis).orElse(null),
        stored.startedAt(),
        stored.dueAt(),
        stored.dueOn(),
        stored.statusAt(now).wire(),
        stored.wasLateAt(now),
        stored.wasEnteredLate(),
        stored.isProvisional(),
        stored.endedAt(),
        firstDue(computed),
        extensions(computed),
        leftOut(computed),
        other == null
            ? null
            : new Alternative(alternativeAt(computed), other, readOtherwise(version)),
        computed != null);
  }

  /** A deadline as it was on a past day. */
  static DrawnDeadline of(Deadline deadline, ZoneId zone) {
    var due = deadline.state().whenDue();
    var other = deadline.alternative();
    var version = Optional.of(deadline.version());
    return new DrawnDeadline(
        deadline.key().id().toString(),
        deadline.rule().id(),
        deadline.rule().names(),
        deadline.key().subject().toString(),
        named(deadline.key().subject()),
        deadline.rule().element(),
        deadline.rule().list(),
        deadline.rule().severity(),
        deadline.rule().statutory(),
        deadline.responsible().unit(),
        deadline.responsible().officer(),
        zone.getId(),
        basis(deadline.version()),
        deadline.startedAt(),
        due.map(Due::at).orElse(null),
        due.map(Due::on).orElse(null),
        deadline.state().status().wire(),
        deadline.state().isLate(),
        false,
        due.map(Due::provisional).orElse(false),
        deadline.state().endedAt().orElse(null),
        firstDue(deadline),
        extensions(deadline),
        leftOut(deadline),
        other == null ? null : new Alternative(other.at(), other.on(), readOtherwise(version)),
        true);
  }

  private static Names named(Subject subject) {
    return subject.names();
  }

  private static Optional<RuleVersion> version(
      StoredDeadline stored, @Nullable Deadline computed, Law law) {
    return computed != null
        ? Optional.of(computed.version())
        : law.rule(stored.key().rule())
            .flatMap(
                found ->
                    found.rule().versions().stream()
                        .filter(one -> one.id().equals(stored.rule().version()))
                        .findFirst());
  }

  private static @Nullable String basis(RuleVersion version) {
    return version.basis().stream().findFirst().map(LegalBasis::line).orElse(null);
  }

  private static @Nullable String readOtherwise(Optional<RuleVersion> version) {
    var other = version.map(RuleVersion::alternative).orElse(null);
    return other == null ? null : other.basis();
  }

  private static @Nullable Instant alternativeAt(@Nullable Deadline computed) {
    var other = computed == null ? null : computed.alternative();
    return other == null ? null : other.at();
  }

  private static @Nullable Instant firstDue(@Nullable Deadline computed) {
    var course = computed == null ? null : computed.course();
    return course == null ? null : course.first().at();
  }

  private static List<Extension> extensions(@Nullable Deadline computed) {
    var course = computed == null ? null : computed.course();
    return course == null ? List.of() : course.extensions().stream().map(Extension::of).toList();
  }

  private static List<LeftOut> leftOut(@Nullable Deadline computed) {
    var course = computed == null ? null : computed.course();
    return course == null ? List.of() : course.leftOut().stream().map(LeftOut::of).toList();
  }
}
