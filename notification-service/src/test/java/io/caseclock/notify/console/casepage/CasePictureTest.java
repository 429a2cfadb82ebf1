package io.caseclock.notify.console.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.casepage.CaseTimeline.Drawn;
import io.caseclock.notify.console.casepage.CaseTimeline.Extended;
import io.caseclock.notify.console.casepage.CaseTimeline.Group;
import io.caseclock.notify.console.casepage.CaseTimeline.Kind;
import io.caseclock.notify.console.casepage.CaseTimeline.LeftOut;
import io.caseclock.notify.console.casepage.DeadlineRow.Bar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CasePictureTest {

  private static final Instant FILED = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant NOW = FILED.plus(Duration.ofDays(20));

  @Test
  void a_running_deadline_is_a_bar_from_its_start_to_its_due_instant() {
    var picture = of(List.of(deadline("running", 30, null)), List.of());

    var row = picture.rows().getFirst();
    assertThat(row.bar().x() + row.bar().width()).isEqualTo(row.due());
    assertThat(row.due()).isGreaterThan(picture.now());
    assertThat(row.overrun()).isNull();
    assertThat(row.end()).isNull();
  }

  @Test
  void a_late_one_has_an_overrun_from_its_due_instant_to_now() {
    var picture = of(List.of(deadline("breached", 10, null)), List.of());

    var row = picture.rows().getFirst();
    assertThat(row.overrun()).isNotNull();
    assertThat(right(row.overrun())).isEqualTo(picture.now());
  }

  @Test
  void a_paused_one_ends_nowhere_and_its_span_reaches_to_now() {
    var paused =
        drawn(
            "p",
            "paused",
            FILED,
            null,
            null,
            List.of(),
            List.of(new LeftOut(named("鉴定"), FILED.plus(Duration.ofDays(5)), null)));
    var picture = of(List.of(paused), List.of());

    var row = picture.rows().getFirst();
    assertThat(row.due()).isNull();
    assertThat(right(row.leftOut().getFirst())).isEqualTo(picture.now());
  }

  @Test
  void an_extension_is_a_piece_between_the_two_due_instants() {
    var due = FILED.plus(Duration.ofDays(60));
    var extended =
        drawn(
            "e",
            "running",
            FILED,
            due,
            null,
            List.of(new Extended(NOW, FILED.plus(Duration.ofDays(30)), due)),
            List.of());

    var row = of(List.of(extended), List.of()).rows().getFirst();

    assertThat(right(row.extensions().getFirst())).isEqualTo(row.due());
  }

  @Test
  void rows_stand_below_each_other_open_ones_in_the_picture_and_the_others_folded() {
    var deadlines =
        IntStream.range(0, 60)
            .mapToObj(n -> n < 40 ? deadline("running", 30 + n, null) : deadline("met", 10, 5))
            .toList();

    var picture = of(deadlines, List.of());

    assertThat(picture.rows()).hasSize(CasePicture.MOST_ROWS);
    assertThat(picture.folded()).hasSize(30);
    for (var rows : List.of(picture.rows(), picture.folded())) {
      for (var i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).y() - rows.get(i - 1).y()).isEqualTo(DeadlineRow.HEIGHT);
      }
    }
    assertThat(picture.height()).isGreaterThan(picture.rows().getLast().y() + 40);
  }

  @Test
  void labels_of_up_to_three_lines_stand_within_their_row() {
    var row = of(List.of(deadline("running", 30, null)), List.of()).rows().getFirst();

    for (var label : List.of(List.of("一"), List.of("一", "二"), List.of("一", "二", "三"))) {
      var lines = labelled(row, label).lines();
      assertThat(lines).hasSameSizeAs(label);
      assertThat(lines.getFirst().y()).isGreaterThanOrEqualTo(row.y() + 12);
      assertThat(lines.getLast().y()).isLessThanOrEqualTo(row.y() + DeadlineRow.HEIGHT - 4);
      for (var i = 1; i < lines.size(); i++) {
        assertThat(lines.get(i).y() - lines.get(i - 1).y()).isGreaterThanOrEqualTo(12);
      }
    }
  }

  @Test
  void everything_stays_inside_the_drawing() {
    var deadlines = List.of(deadline("running", 12_000, null), deadline("breached", 1, null));

    var picture = of(deadlines, groups(1_000));

    for (var row : picture.rows()) {
      assertThat(right(row.bar())).isLessThanOrEqualTo(picture.right());
      assertThat(row.bar().x()).isGreaterThanOrEqualTo(CasePicture.LEFT);
    }
    assertThat(picture.rows().getFirst().beyond()).isTrue();
    assertThat(picture.rows().getFirst().dueAtEnd()).isTrue();
  }

  @Test
  void a_thousand_events_are_few_marks_that_do_not_touch_and_none_is_lost() {
    var marks = of(List.of(), groups(1_000)).marks();

    assertThat(marks).hasSizeLessThan(50);
    assertThat(marks.stream().mapToInt(EventMarks.Mark::events).sum()).isEqualTo(1_000);
    for (var i = 1; i < marks.size(); i++) {
      assertThat(marks.get(i).x() - marks.get(i - 1).x())
          .isGreaterThanOrEqualTo(EventMarks.CLOSEST);
    }
  }

  @Test
  void a_single_event_keeps_the_shape_of_its_kind() {
    var mark = of(List.of(), groups(1)).marks().getFirst();

    assertThat(mark.shape()).isEqualTo("start");
    assertThat(mark.isMany()).isFalse();
  }

  @Test
  void a_case_of_nothing_is_empty() {
    assertThat(of(List.of(), List.of()).isEmpty()).isTrue();
  }

  private static DeadlineRow labelled(DeadlineRow row, List<String> label) {
    return new DeadlineRow(
        row.deadline(),
        row.y(),
        label,
        row.bar(),
        row.extensions(),
        row.leftOut(),
        row.overrun(),
        row.due(),
        row.dueAtEnd(),
        row.alternative(),
        row.end(),
        row.beyond());
  }

  private static int right(@Nullable Bar bar) {
    return bar == null ? -1 : bar.x() + bar.width();
  }

  private static CasePicture of(List<Drawn> deadlines, List<Group> groups) {
    var timeline =
        new CaseTimeline(
            "A990001",
            "Asia/Shanghai",
            NOW,
            true,
            "X0101",
            null,
            null,
            FILED,
            "running",
            Map.of(),
            null,
            null,
            List.of(),
            groups.size(),
            "day",
            groups,
            List.of(),
            false,
            deadlines,
            null);
    return CasePicture.of(timeline, Names::zh, true);
  }

  private static List<Group> groups(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              var at = FILED.plus(Duration.ofMinutes(20L * n));
              return new Group(
                  at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate(),
                  at,
                  at,
                  1,
                  List.of(new Kind("start", named("起算"), 1)),
                  List.of(named("立案")),
                  false,
                  0,
                  0,
                  0);
            })
        .toList();
  }

  private static Drawn deadline(String status, int dueAfterDays, @Nullable Integer endedAfterDays) {
    return drawn(
        status + dueAfterDays,
        status,
        FILED,
        FILED.plus(Duration.ofDays(dueAfterDays)),
        endedAfterDays == null ? null : FILED.plus(Duration.ofDays(endedAfterDays)),
        List.of(),
        List.of());
  }

  private static Drawn drawn(
      String id,
      String status,
      Instant start,
      @Nullable Instant due,
      @Nullable Instant end,
      List<Extended> extensions,
      List<LeftOut> leftOut) {
    return new Drawn(
        id,
        "filing-review",
        named("立案审查期限"),
        "case/A990001",
        named("案件 A990001"),
        "serious",
        true,
        "X0101",
        null,
        "Asia/Shanghai",
        "虚构法 第一条",
        start,
        due,
        due == null ? null : due.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate(),
        status,
        status.equals("breached"),
        false,
        false,
        end,
        due,
        extensions,
        leftOut,
        null,
        true);
  }

  private static Names named(String name) {
    return new Names(name, name);
  }
}
