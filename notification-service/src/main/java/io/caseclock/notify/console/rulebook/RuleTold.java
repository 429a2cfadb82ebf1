package io.caseclock.notify.console.rulebook;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rule as the monitor tells it; see {@code GET /api/v1/rules/{id}}. */
public record RuleTold(
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
    Map<String, List<Object>> when,
    String direction,
    String bound,
    List<String> starts,
    List<Follow> follows,
    List<String> stops,
    List<String> cancels,
    List<Basis> basis,
    List<Version> versions,
    ZoneId zone,
    Names packNames,
    @Nullable Names listNames,
    Map<String, Names> events,
    Map<String, Names> facts,
    Map<String, Names> levels,
    Map<String, Names> indicatorNames,
    List<String> dueOf,
    Map<String, Names> related,
    List<Follower> followedBy,
    int exampleCount,
    List<ExampleTold> examples) {

  /** How long; {@code then} is counted after it in another unit. */
  public record Period(int value, String unit, String iso8601, @Nullable Period then) {}

  /** A deadline of another rule that starts it. */
  public record Follow(String deadline, String at) {}

  /** A rule that starts by this one. */
  public record Follower(String rule, Names names, String at) {}

  /** A provision. */
  public record Basis(
      String law,
      String article,
      @Nullable String version,
      @Nullable LocalDate from,
      @Nullable String url,
      @Nullable String quote) {}

  /** What a period may be that is decided in the case. */
  public record Bounds(@Nullable Period least, @Nullable Period most) {}

  /** A span that does not count. */
  public record Span(String from, String to, Names names) {}

  /** Extra time. */
  public record Addition(
      Period adds,
      int times,
      @Nullable Period total,
      String level,
      Names approvedBy,
      @Nullable Names conditions) {}

  /** The other reading. */
  public record Reading(
      Period period, @Nullable String monthEnd, String basis, @Nullable Names use) {}

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
      List<Basis> basis) {}

  /** A worked example. */
  public record ExampleTold(
      String id, Instant start, Instant due, LocalDate dueOn, String why, List<StepTold> steps) {

    /** The step that decides the day; there has to be one. */
    public StepTold lastStep() {
      return steps.getLast();
    }
  }

  /** One step of the way to a due instant. */
  public record StepTold(String kind, String zh, String en, @Nullable String provision) {

    public Names names() {
      return new Names(zh, en);
    }
  }
}
