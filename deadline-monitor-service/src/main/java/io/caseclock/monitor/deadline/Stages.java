package io.caseclock.monitor.deadline;

import io.caseclock.pack.RuleVersion;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instants at which people are told of a deadline: its warnings, then the breach.
 *
 * @param ordered earliest first
 */
public record Stages(List<Stage> ordered) {

  /** The name of the last stage. */
  public static final String BREACH = "breach";

  /**
   * One stage.
   *
   * @param name {@code before-P3D}, {@code before-3-working-days} or {@code breach}
   * @param at the first instant at which it holds
   */
  public record Stage(String name, Instant at) {}

  public Stages {
    ordered = List.copyOf(ordered);
  }

  /**
   * The stages of a running deadline. A warning that would fall before the period began is none: it
   * would be told the moment the deadline opens and mean nothing.
   */
  public static Stages of(
      RuleVersion version, WorkingTime time, Instant startedAt, Instant dueAt, Instant lateFrom) {
    List<Stage> stages = new ArrayList<>();
    for (var lead : version.warnings()) {
      var at = lead.before(dueAt, time);
      if (at.isAfter(startedAt)) {
        stages.add(new Stage("before-" + lead.toString().replace(' ', '-'), at));
      }
    }
    stages.sort(Comparator.comparing(Stage::at));
    stages.add(new Stage(BREACH, lateFrom));
    return new Stages(stages);
  }

  /** Those that do not come before an instant; all where it is null. */
  public Stages from(@Nullable Instant instant) {
    return instant == null
        ? this
        : new Stages(ordered.stream().filter(stage -> !stage.at().isBefore(instant)).toList());
  }

  /**
   * The same of a right, which lapses at its last stage, history or not: nobody is told of that.
   */
  public Stages lapsingFrom(@Nullable Instant instant) {
    return instant == null
        ? this
        : new Stages(
            ordered.stream()
                .filter(stage -> stage.name().equals(BREACH) || !stage.at().isBefore(instant))
                .toList());
  }

  /** The gravest stage that has come; empty before the first. */
  public Optional<Stage> gravestAt(Instant now) {
    Stage gravest = null;
    for (var stage : ordered) {
      if (!stage.at().isAfter(now)) {
        gravest = stage;
      }
    }
    return Optional.ofNullable(gravest);
  }

  /** When the next stage after {@code now} comes; null after the last. */
  public @Nullable Instant nextAfter(Instant now) {
    for (var stage : ordered) {
      if (stage.at().isAfter(now)) {
        return stage.at();
      }
    }
    return null;
  }

  /** When the first stage comes; null where there is none. */
  public @Nullable Instant first() {
    return ordered.isEmpty() ? null : ordered.getFirst().at();
  }
}
