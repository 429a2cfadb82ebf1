package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Subject;
import io.caseclock.monitor.period.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A backward rule that counts from another deadline's due instant, here of a case sent on. */
class DueOfTest {

  private static final Subject PERSON = new Subject("person", "P-1");
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");

  private final Story story = new Story(Subject.ofCase("A990001"), ShippedPack.PACK.zone());

  @Test
  void notice_of_the_expiry_of_a_bail_is_due_fifteen_days_before_it_expires() {
    bailedAt("2026-03-10T02:00:00Z");

    assertThat(noticeOfExpiry().flatMap(deadline -> deadline.state().whenDue()).map(Due::on))
        .contains(LocalDate.of(2027, 2, 23));
  }

  @Test
  void it_is_met_by_the_notice() {
    bailedAt("2026-03-10T02:00:00Z");
    story.happensTo(
        PERSON, "receiving-organ-notified", Instant.parse("2026-03-30T02:00:00Z"), Map.of());

    assertThat(noticeOfExpiry().map(Deadline::state)).get().isInstanceOf(DeadlineState.Met.class);
  }

  @Test
  void the_organ_that_decided_and_still_holds_the_case_tells_nobody() {
    story.happensTo(PERSON, "bail-executed", Instant.parse("2026-03-10T02:00:00Z"), Map.of());

    assertThat(noticeOfExpiry()).isEmpty();
  }

  @Test
  void without_the_other_deadline_there_is_none() {
    story.happens("case-filed", "2026-03-10T10:00:00+08:00");

    assertThat(noticeOfExpiry()).isEmpty();
  }

  private void bailedAt(String instant) {
    Map<String, Object> facts = Map.of("facts", Map.of("onBailWhenSentOn", true));
    story.happensTo(PERSON, "bail-executed", Instant.parse(instant), facts);
  }

  private Optional<Deadline> noticeOfExpiry() {
    return ShippedPack.engine().evaluate(story.timeline(), NOW).stream()
        .filter(deadline -> deadline.rule().id().equals("bail-expiry-advance-notice"))
        .findFirst();
  }
}
