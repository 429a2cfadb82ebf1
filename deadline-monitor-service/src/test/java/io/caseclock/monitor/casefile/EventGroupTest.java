package io.caseclock.monitor.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.casefile.EventGroup.Span;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.file.Packs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventGroupTest {

  private static final Law LAW = new Law(Packs.load(List.of("cn-public-security")));
  private static final EventTypes TYPES = new EventTypes(LAW);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

  @Test
  void events_of_one_day_of_the_zone_are_one_mark() {
    var judged =
        judged(
            List.of(
                event("1", "case-filed", "2026-03-02T02:00:00Z", Duration.ZERO),
                event("2", "something-unheard-of", "2026-03-02T15:59:00Z", Duration.ofDays(3)),
                event("3", "case-closed", "2026-03-02T16:01:00Z", Duration.ZERO)));

    var grouped = EventGroup.of(judged, TYPES, ZONE);

    assertThat(grouped.by()).isEqualTo(Span.DAY);
    assertThat(grouped.groups())
        .extracting(EventGroup::from)
        .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
    var first = grouped.groups().getFirst();
    assertThat(first.events()).isEqualTo(2);
    assertThat(first.late()).isEqualTo(1);
    assertThat(first.withoutEffect()).isEqualTo(1);
    assertThat(first.types()).containsExactly("case-filed", "something-unheard-of");
    assertThat(first.kinds()).containsEntry(EventKind.OTHER, 1);
  }

  @Test
  void ten_thousand_days_are_grouped_by_a_longer_span_and_no_event_is_lost() {
    var events =
        IntStream.range(0, 10_000)
            .mapToObj(
                day ->
                    new FiledEvent(
                        event(
                            "e" + day,
                            "case-filed",
                            BEGIN.plus(Duration.ofDays(day)).toString(),
                            Duration.ZERO),
                        null,
                        List.of()))
            .toList();

    var grouped = EventGroup.of(events, TYPES, ZONE);

    assertThat(grouped.by()).isEqualTo(Span.MONTH);
    assertThat(grouped.groups()).hasSizeLessThanOrEqualTo(EventGroup.MOST);
    assertThat(grouped.groups().stream().mapToInt(EventGroup::events).sum()).isEqualTo(10_000);
  }

  @Test
  void what_was_withdrawn_names_what_took_it_back_and_has_no_effect_of_its_own() {
    var filed = event("1", "case-filed", "2026-03-02T02:00:00Z", Duration.ZERO);
    var withdrawal =
        new CaseEvent(
            new EventId("urn:precinct:x01", "2"),
            "event-withdrawn",
            Subject.ofCase("A990001"),
            "A990001",
            BEGIN.plus(Duration.ofHours(1)),
            BEGIN.plus(Duration.ofHours(1)),
            null,
            "X0101",
            null,
            Map.of("id", "1", "reason", "fictional"));

    var judged = judged(List.of(filed, withdrawal));

    assertThat(judged.getFirst().withdrawnBy()).isEqualTo(withdrawal);
    assertThat(judged.getFirst().isWithoutEffect()).isFalse();
    assertThat(judged.getLast().isWithdrawn()).isFalse();
  }

  @Test
  void history_is_never_late() {
    var old =
        new CaseEvent(
            new EventId("urn:precinct:x01", "1"),
            "case-filed",
            Subject.ofCase("A990001"),
            "A990001",
            BEGIN,
            BEGIN.plus(Duration.ofDays(99)),
            null,
            "X0101",
            null,
            null,
            BEGIN.plus(Duration.ofDays(98)),
            Map.of());

    assertThat(judged(List.of(old)).getFirst().isLate()).isFalse();
  }

  private static List<FiledEvent> judged(List<CaseEvent> events) {
    var judged = JudgedCase.of("A990001", events, LAW, BEGIN.plus(Duration.ofDays(1)));
    return events.stream().map(judged::filed).toList();
  }

  private static CaseEvent event(String id, String type, String at, Duration enteredAfter) {
    var occurredAt = Instant.parse(at);
    return new CaseEvent(
        new EventId("urn:precinct:x01", id),
        type,
        Subject.ofCase("A990001"),
        "A990001",
        occurredAt,
        occurredAt.plus(enteredAfter),
        null,
        "X0101",
        null,
        Map.of());
  }
}
