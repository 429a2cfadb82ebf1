package io.caseclock.monitor.list;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.Stages;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.law.Law.Found;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes next of a row unless somebody acts.
 *
 * @param stage the name of the stage that comes; null where none does
 * @param at when it comes; null where nothing says
 */
public record NextStep(What what, @Nullable String stage, @Nullable Instant at) {

  /** What it is. */
  public enum What {
    WARNING("预警", "a warning is told"),
    BREACH("超期", "it is late"),
    LAPSE("失权", "the right lapses"),
    END("期满", "the least period has run"),
    RESUMPTION("恢复计算", "its clock goes on once the pause ends"),
    NOTICE("整改", "its rectification notice is answered and closed"),
    ESCALATION("上报", "the next level acts"),
    ACT("补办", "it is done, however late"),
    CORRECTION("更正", "what was told is corrected");

    private final Names names;

    What(String zh, String en) {
      this.names = new Names(zh, en);
    }

    public Names names() {
      return names;
    }

    public String wire() {
      return Words.of(this);
    }
  }

  /** What comes next, seen from the instant. */
  public static NextStep of(ListRow row, Law law, Instant at) {
    return row.kind() == ListRow.Kind.FINDING
        ? ofFinding(row)
        : law.rule(row.rule())
            .map(found -> ofDeadline(row, found, law, at))
            .orElseGet(() -> withoutRule(row));
  }

  private static NextStep ofFinding(ListRow row) {
    return new NextStep(row.rule().equals("recorded") ? What.NOTICE : What.CORRECTION, null, null);
  }

  /** A rule that left its pack has no warnings any more. */
  private static NextStep withoutRule(ListRow row) {
    return row.grade().isFault()
        ? new NextStep(What.ACT, null, null)
        : new NextStep(What.BREACH, Stages.BREACH, row.lateFrom());
  }

  private static NextStep ofDeadline(ListRow row, Found found, Law law, Instant at) {
    if (row.grade().isFault()) {
      return new NextStep(ofBreach(found.rule()), null, null);
    }
    var dueAt = row.dueAt();
    if (row.state().equals("paused") || dueAt == null) {
      return new NextStep(What.RESUMPTION, null, null);
    }
    var lateFrom = row.lateFrom();
    if (lateFrom == null) {
      return new NextStep(found.rule().lapses() ? What.LAPSE : What.END, null, dueAt);
    }
    return version(row, found)
        .map(
            version ->
                Stages.of(
                    version, law.workingTime(found.pack().id()), row.startedAt(), dueAt, lateFrom))
        .flatMap(stages -> first(stages, at))
        .map(stage -> ofStage(stage, found.rule()))
        .orElse(new NextStep(What.BREACH, Stages.BREACH, lateFrom));
  }

  private static What ofBreach(Rule rule) {
    return switch (rule.breach()) {
      case NOTICE -> What.NOTICE;
      case ESCALATE -> What.ESCALATION;
      case RECORD, LAPSE -> What.ACT;
    };
  }

  private static Optional<Stages.Stage> first(Stages stages, Instant at) {
    return stages.ordered().stream().filter(stage -> stage.at().isAfter(at)).findFirst();
  }

  private static NextStep ofStage(Stages.Stage stage, Rule rule) {
    if (!stage.name().equals(Stages.BREACH)) {
      return new NextStep(What.WARNING, stage.name(), stage.at());
    }
    return new NextStep(rule.lapses() ? What.LAPSE : What.BREACH, stage.name(), stage.at());
  }

  /** The version of the day on which the period began, else the newest. */
  public static Optional<RuleVersion> version(ListRow row, Found found) {
    var day = row.startedAt().atZone(found.pack().zone()).toLocalDate();
    return found.rule().versionOn(day).or(() -> found.rule().versions().stream().findFirst());
  }

  /** The provision that a deadline rests on; empty where its rule left the pack. */
  public static Optional<String> basis(ListRow row, Law law) {
    return law.rule(row.rule())
        .flatMap(found -> version(row, found))
        .flatMap(version -> version.basis().stream().findFirst())
        .map(LegalBasis::line);
  }
}
