package io.caseclock.bench.others;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.bench.TheftCase;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.local.secondengine.NaiveDeadline;
import io.caseclock.local.secondengine.NaiveLaw;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A comparison of speed is worth something only between engines that find the same. */
class AgreementTest {

  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Pack LAW = PlainLaw.of(PACK);
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final DroolsSide DROOLS = new DroolsSide(LAW);
  private static final DmnSide DMN = new DmnSide(LAW);

  @Test
  void four_engines_find_the_same_by_plain_rules() {
    var random = new Random(20260301);
    Set<DeadlineStatus> met = EnumSet.noneOf(DeadlineStatus.class);
    Set<String> rules = new HashSet<>();
    for (var tries = 0; tries < 100; tries++) {
      var events = byNow(new PlainStory(random, LAW).told());
      var found = evaluate(LAW, events, NOW);

      assertThat(drools(events)).as("%s", events).isEqualTo(PlainDeadline.of(found));
      assertThat(dmn(events)).as("%s", events).isEqualTo(PlainDeadline.of(found));
      assertThat(NaiveLaw.deadlines(LAW, events, NOW))
          .as("%s", events)
          .containsExactlyInAnyOrderElementsOf(inPlainWords(found));
      found.forEach(deadline -> met.add(deadline.state().status()));
      found.forEach(deadline -> rules.add(deadline.rule().id()));
    }

    assertThat(met)
        .containsExactlyInAnyOrder(
            DeadlineStatus.RUNNING,
            DeadlineStatus.BREACHED,
            DeadlineStatus.MET,
            DeadlineStatus.MET_LATE,
            DeadlineStatus.CANCELLED);
    assertThat(rules).hasSizeGreaterThan(LAW.rules().size() * 3 / 4);
  }

  @Test
  void the_naive_loop_finds_the_same_of_the_case_by_the_whole_pack_whatever_did_not_happen() {
    var events = TheftCase.of("A990001", "X0101");
    var now = Instant.parse("2026-06-10T02:00:00Z");

    for (var missing : events) {
      var others = events.stream().filter(event -> !event.equals(missing)).toList();
      assertThat(NaiveLaw.deadlines(PACK, others, now))
          .as("without %s", missing)
          .containsExactlyInAnyOrderElementsOf(inPlainWords(evaluate(PACK, others, now)));
    }
  }

  private static List<CaseEvent> byNow(List<CaseEvent> events) {
    return events.stream().filter(event -> !event.occurredAt().isAfter(NOW)).toList();
  }

  private static List<Deadline> evaluate(Pack law, List<CaseEvent> events, Instant now) {
    var engine = new Engine(RuleBook.of(law), WorkingCalendar.of(law));
    return engine.evaluate(Timeline.of(PlainStory.CASE, events), now);
  }

  private static List<PlainDeadline> drools(List<CaseEvent> events) {
    return PlainDeadline.sorted(DROOLS.deadlines(plain(events), NOW));
  }

  private static List<PlainDeadline> dmn(List<CaseEvent> events) {
    return PlainDeadline.sorted(DMN.deadlines(DmnCase.of(plain(events), LAW), NOW));
  }

  private static PlainCase plain(List<CaseEvent> events) {
    return PlainCase.of(Timeline.of(PlainStory.CASE, events), LAW.zone());
  }

  private static List<NaiveDeadline> inPlainWords(List<Deadline> deadlines) {
    return deadlines.stream().map(NaiveDeadline::of).toList();
  }
}
