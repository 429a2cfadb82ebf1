package io.caseclock.monitor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.rulebook.ComputeByVersion.ByVersion;
import io.caseclock.monitor.rulebook.Supposition.Grant;
import io.caseclock.monitor.rulebook.Supposition.Pause;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeByVersionTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final Instant NOW = Instant.parse("2026-07-02T02:00:00Z");
  private static final String HANDLING = "public-security-case-handling";

  private final ComputeByVersion computing = new ComputeByVersion(LAW, () -> NOW);

  @ParameterizedTest
  @CsvSource({
    "the last day under the old"
        + " version,on-spot-fine-handover-other,2021-07-14,2020,2021-07-16,2021-07-16",
    "the first day under the new"
        + " one,on-spot-fine-handover-other,2021-07-15,2021,2021-07-19,2021-07-19",
    "over a weekend the versions differ,fine-to-bank-other,2021-07-16,2021,2021-07-20,2021-07-19",
    "before either version there was no rule,fine-to-bank-other,2020-08-05,,2020-08-07,2020-08-07",
  })
  void each_version_tells_its_own_day(
      String what,
      String rule,
      LocalDate start,
      @Nullable String applies,
      LocalDate byTheNew,
      LocalDate byTheOld) {
    var versions = computed(rule, from(at(start + "T08:00:00+08:00")));

    assertThat(versions.stream().filter(ByVersion::applies).map(one -> one.version().id()))
        .isEqualTo(applies == null ? List.of() : List.of(applies));
    assertThat(versions).extracting(one -> due(one).on()).containsExactly(byTheNew, byTheOld);
  }

  @Test
  void a_pause_and_an_extension_move_the_day() {
    var start = at("2026-03-02T10:00:00+08:00");
    var pause = new Pause(at("2026-03-10T08:00:00+08:00"), at("2026-03-20T08:00:00+08:00"), null);
    var grant = new Grant("P30D", at("2026-03-25T08:00:00+08:00"), null);

    // 1 April is a Wednesday; ten days more are Saturday 11 April
    assertThat(dueOn(from(start))).isEqualTo("2026-04-01");
    assertThat(dueOn(with(start, List.of(pause), List.of()))).isEqualTo("2026-04-13");
    assertThat(dueOn(with(start, List.of(), List.of(grant)))).isEqualTo("2026-05-06");
  }

  @Test
  void a_pause_that_lasts_leaves_nothing_due() {
    var pause = new Pause(at("2026-03-10T08:00:00+08:00"), null, "appraisal-commissioned");
    var one =
        computed(HANDLING, with(at("2026-03-02T10:00:00+08:00"), List.of(pause), List.of()))
            .getFirst();

    assertThat(one.deadline().state().status()).isEqualTo(DeadlineStatus.PAUSED);
    assertThat(one.deadline().state().whenDue()).isEmpty();
  }

  @Test
  void an_extension_too_many_is_told_and_moves_nothing() {
    var approved = at("2026-03-25T08:00:00+08:00");
    var grants =
        List.of(
            new Grant("P30D", approved, null),
            new Grant("P30D", approved.plusSeconds(60), null),
            new Grant("P30D", approved.plusSeconds(120), null));
    var one =
        computed(HANDLING, with(at("2026-03-02T10:00:00+08:00"), List.of(), grants)).getFirst();

    assertThat(due(one).on()).isEqualTo("2026-06-01");
    assertThat(one.deadline().refused())
        .extracting(it -> it.reason())
        .containsExactly(Reason.TOO_OFTEN);
  }

  @Test
  void a_span_that_no_version_knows_is_counted_as_ignored() {
    var pause = new Pause(at("2026-03-02T12:00:00+08:00"), at("2026-03-02T13:00:00+08:00"), null);
    var one =
        computed(
                "property-handover-24h",
                with(at("2026-03-02T10:00:00+08:00"), List.of(pause), List.of()))
            .getFirst();

    assertThat(one.ignoredPauses()).isEqualTo(1);
    assertThat(due(one).at()).isEqualTo(at("2026-03-03T10:00:00+08:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T09:59:59+08:00, MET",
    "2026-03-03T10:00:00+08:00, MET",
    "2026-03-03T10:00:01+08:00, MET_LATE"
  })
  void an_act_is_judged(OffsetDateTime done, DeadlineStatus status) {
    var supposed =
        new Supposition(
            at("2026-03-02T10:00:00+08:00"),
            null,
            Map.of(),
            List.of(),
            List.of(),
            done.toInstant());

    assertThat(computed("property-handover-24h", supposed).getFirst().deadline().state().status())
        .isEqualTo(status);
  }

  @Test
  void both_readings_are_told_where_there_are_two() {
    var one = computed("bail", from(at("2026-01-10T10:00:00+08:00"))).getFirst();

    // 10 January 2027 is a Sunday
    assertThat(due(one).on()).isEqualTo("2027-01-10");
    assertThat(one.deadline().alternative()).extracting(Due::on).hasToString("2027-01-11");
  }

  @Test
  void every_rule_of_the_pack_can_be_computed_under_each_of_its_versions() {
    assertThat(LAW.rules())
        .allSatisfy(
            found ->
                assertThat(computing.of(found, from(at("2026-03-02T10:00:00+08:00"))).versions())
                    .hasSameSizeAs(found.rule().versions()));
  }

  private static Supposition from(Instant start) {
    return with(start, List.of(), List.of());
  }

  private static Supposition with(Instant start, List<Pause> pauses, List<Grant> grants) {
    return new Supposition(start, null, Map.of(), pauses, grants, null);
  }

  private LocalDate dueOn(Supposition supposed) {
    return due(computed(HANDLING, supposed).getFirst()).on();
  }

  private List<ByVersion> computed(String rule, Supposition supposed) {
    return computing.of(LAW.rule(rule).orElseThrow(), supposed).versions();
  }

  private static Due due(ByVersion one) {
    return one.deadline().state().whenDue().orElseThrow();
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
