package io.caseclock.notify.console.calculator;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.rulebook.RuleTold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the monitor computed; see {@code GET /api/v1/rules/{id}/computation}. */
public record ComputationTold(
    String rule,
    Names names,
    boolean statutory,
    String duty,
    String direction,
    String bound,
    ZoneId zone,
    String calendar,
    Instant start,
    @Nullable String inForce,
    List<ByVersion> versions) {

  /** By one version. */
  public record ByVersion(
      RuleTold.Version version,
      boolean applies,
      int ignoredPauses,
      String status,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      boolean exact,
      boolean provisional,
      @Nullable OtherReading otherReading,
      List<RuleTold.StepTold> trace) {}

  /** By the other reading of the law. */
  public record OtherReading(
      Instant dueAt, LocalDate dueOn, boolean exact, String basis, @Nullable Names use) {}

  /** By the version that holds; the newest one where none does. */
  public ByVersion shown() {
    return versions.stream().filter(ByVersion::applies).findFirst().orElse(versions.getFirst());
  }

  /** By which version, where one holds. */
  public Optional<String> held() {
    return Optional.ofNullable(inForce);
  }
}
