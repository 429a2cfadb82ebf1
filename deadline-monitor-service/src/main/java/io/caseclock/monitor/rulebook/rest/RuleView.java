package io.caseclock.monitor.rulebook.rest;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.DeadlineTrigger;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Lead;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.TermBounds;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the wire. The members that may differ between versions are those of the newest one;
 * {@code versions} has them all.
 *
 * @param when facts that must hold, each with the values that satisfy it
 * @param wholeCase event types that the rule listens to for the whole case, not only its subject
 */
public record RuleView(
    String id,
    String pack,
    Names names,
    String element,
    String duty,
    boolean statutory,
    String confidence,
    String severity,
    String list,
    List<String> indicators,
    String breach,
    Map<String, Set<Object>> when,
    String direction,
    String bound,
    List<String> starts,
    List<Follow> follows,
    List<String> stops,
    List<String> cancels,
    List<String> restarts,
    Set<String> wholeCase,
    List<Span> tolling,
    Period period,
    boolean startDayCounts,
    String roll,
    List<Addition> extensions,
    @Nullable Names onLapse,
    List<LegalBasis> basis,
    List<Version> versions) {

  /** A span that does not count. */
  public record Span(String from, String to, Names names) {
    static Span of(Tolling tolling) {
      return new Span(tolling.from().event(), tolling.to().event(), tolling.names());
    }
  }

  /**
   * How long.
   *
   * @param then what is counted after it in another unit; null where the period has one step
   */
  public record Period(int value, String unit, String iso8601, @Nullable Period then) {
    static Period of(Term term) {
      var then = term.then();
      return new Period(
          term.amount(), term.unit().wire(), term.iso(), then == null ? null : of(then));
    }
  }

  /** A deadline of another rule that starts it, when it is {@code met} or by its {@code breach}. */
  public record Follow(String deadline, String at) {
    static Follow of(DeadlineTrigger trigger) {
      return new Follow(trigger.deadline(), wire(trigger.at()));
    }
  }

  /** What a period may be that is decided in the case. */
  public record Bounds(@Nullable Period least, @Nullable Period most) {
    static @Nullable Bounds of(@Nullable TermBounds bounds) {
      if (bounds == null) {
        return null;
      }
      var least = bounds.least();
      var most = bounds.most();
      return new Bounds(
          least == null ? null : Period.of(least), most == null ? null : Period.of(most));
    }
  }

  /** What may be added. */
  public record Addition(
      Period adds,
      int times,
      @Nullable Period total,
      String level,
      Names approvedBy,
      @Nullable Names conditions) {
    static Addition of(Extension extension) {
      var total = extension.total();
      return new Addition(
          Period.of(extension.adds()),
          extension.times(),
          total == null ? null : Period.of(total),
          extension.level(),
          extension.approvedBy(),
          extension.conditions());
    }
  }

  /** The other reading. */
  public record Reading(
      Period period, @Nullable String monthEnd, String basis, @Nullable Names use) {
    static Reading of(Alternative other) {
      var monthEnd = other.monthEnd();
      return new Reading(
          Period.of(other.period()),
          monthEnd == null ? null : wire(monthEnd),
          other.basis(),
          other.use());
    }
  }

  /** The rule between two dates. */
  public record Version(
      String id,
      LocalDate from,
      @Nullable LocalDate to,
      Period period,
      @Nullable Bounds term,
      boolean startDayCounts,
      String monthEnd,
      String roll,
      List<Span> tolling,
      List<Addition> extensions,
      List<String> restarts,
      List<String> warnings,
      @Nullable Reading alternative,
      List<LegalBasis> basis) {
    static Version of(RuleVersion version) {
      var other = version.alternative();
      return new Version(
          version.id(),
          version.from(),
          version.to(),
          Period.of(version.period()),
          Bounds.of(version.term()),
          version.startDayCounts(),
          wire(version.monthEnd()),
          wire(version.roll()),
          version.tolling().stream().map(Span::of).toList(),
          version.extensions().stream().map(Addition::of).toList(),
          events(version.restarts().stream().map(Restart::trigger).toList()),
          version.warnings().stream().map(Lead::toString).toList(),
          other == null ? null : Reading.of(other),
          version.basis());
    }
  }

  static RuleView of(Law.Found found) {
    var rule = found.rule();
    var newest = Version.of(rule.versions().getFirst());
    return new RuleView(
        rule.id(),
        found.pack().id(),
        rule.names(),
        rule.element(),
        rule.duty(),
        rule.statutory(),
        rule.confidence(),
        rule.severity(),
        rule.list(),
        rule.indicators(),
        wire(rule.breach()),
        rule.when(),
        wire(rule.direction()),
        wire(rule.bound()),
        rule.starts(),
        rule.follows().stream().map(Follow::of).toList(),
        events(rule.stops()),
        events(rule.cancels()),
        newest.restarts(),
        wholeCase(rule),
        newest.tolling(),
        newest.period(),
        newest.startDayCounts(),
        newest.roll(),
        newest.extensions(),
        rule.onLapse(),
        newest.basis(),
        rule.versions().stream().map(Version::of).toList());
  }

  private static Set<String> wholeCase(Rule rule) {
    Set<String> types = new java.util.TreeSet<>();
    java.util.stream.Stream.concat(rule.stops().stream(), rule.cancels().stream())
        .filter(trigger -> trigger.scope() == Trigger.Scope.CASE)
        .forEach(trigger -> types.add(trigger.event()));
    return types;
  }

  private static List<String> events(List<Trigger> triggers) {
    return triggers.stream().map(Trigger::event).distinct().toList();
  }

  private static String wire(Enum<?> value) {
    return Words.of(value);
  }
}
