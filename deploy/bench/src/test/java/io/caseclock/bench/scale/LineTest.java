package io.caseclock.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final int HOUR = 3_600;

  private static final Line.Stop TEN_A_SECOND = new Line.Stop("ten", Map.of(Kind.EVENT, 10.0));

  @Test
  void a_hundred_at_once_take_ten_a_second_and_core() {
    var course = alone(at(0, 100)).run(List.of(2), HOUR).getFirst();

    assertThat(course.latest()).isEqualTo(5);
    assertThat(course.stretches()).containsExactly(new Stretch(0, 80, 0, 4, 5));
  }

  @Test
  void what_just_fits_into_each_second_never_waits() {
    var course = alone(new Flow(Kind.EVENT, 0, 60, 60 * 20)).run(List.of(2), HOUR).getFirst();

    assertThat(course.latest()).isEqualTo(1);
    assertThat(course.stretches()).isEmpty();
  }

  @Test
  void one_more_than_fits_waits_ever_longer() {
    var course = alone(new Flow(Kind.EVENT, 0, 60, 60 * 21)).run(List.of(2), HOUR).getFirst();

    assertThat(course.latest()).isEqualTo(4);
    var stretch = course.stretches().getFirst();
    assertThat(stretch.peak()).isCloseTo(60, offset(1e-6));
    assertThat(stretch.peakAt()).isEqualTo(59);
    assertThat(stretch.until()).isEqualTo(62);
  }

  @Test
  void each_kind_takes_its_own_time_and_whatever_came_first_goes_first() {
    var stop = new Line.Stop("telling", Map.of(Kind.WARNING, 10.0, Kind.BREACH, 1.0));
    var warnings = new Flow(Kind.WARNING, 1, 2, 10);
    var breaches = new Flow(Kind.BREACH, 0, 1, 5);

    var course =
        new Line(List.of(stop), List.of(warnings, breaches)).run(List.of(1), HOUR).getFirst();

    assertThat(course.latest()).isEqualTo(5);
    assertThat(course.stretches()).extracting(Stretch::until).containsExactly(5);
  }

  @Test
  void the_second_station_gets_in_a_second_what_the_first_did_in_the_one_before() {
    var courses =
        new Line(List.of(TEN_A_SECOND, TEN_A_SECOND), List.of(at(7, 10))).run(List.of(1, 1), HOUR);

    assertThat(courses).extracting(Course::latest).containsExactly(1, 2);
  }

  @Test
  void whatever_goes_in_comes_out_or_waits() {
    var random = new Random(1);
    for (var round = 0; round < 50; round++) {
      var flows = flows(random);
      var total = flows.stream().mapToDouble(Flow::total).sum();
      var cores = List.of(1 + random.nextInt(5), 1 + random.nextInt(5));

      var courses = new Line(List.of(TEN_A_SECOND, TEN_A_SECOND), flows).run(cores, HOUR);

      assertThat(courses.getFirst().in()).isCloseTo(total, offset(1e-6));
      for (var course : courses) {
        assertThat(course.in()).isCloseTo(course.out() + course.left(), offset(1e-6));
      }
      if (courses.getFirst().left() == 0 && courses.getLast().left() == 0) {
        assertThat(courses.getLast().out()).isCloseTo(total, offset(1e-6));
      }
    }
  }

  @Test
  void what_was_cut_short_is_told_as_left() {
    var courses =
        new Line(List.of(TEN_A_SECOND, TEN_A_SECOND), List.of(at(0, 100))).run(List.of(1, 1), 5);

    assertThat(courses.getFirst().left()).isCloseTo(50, offset(1e-6));
    assertThat(courses.getFirst().stretches()).noneMatch(Stretch::isOver);
    assertThat(courses.getLast().out()).isCloseTo(40, offset(1e-6));
  }

  @Test
  void more_cores_never_make_anything_later() {
    var random = new Random(2);
    for (var round = 0; round < 20; round++) {
      var line = new Line(List.of(TEN_A_SECOND, TEN_A_SECOND), flows(random));
      for (var cores = 1; cores < 8; cores++) {
        assertThat(latest(line, cores + 1, 3)).isLessThanOrEqualTo(latest(line, cores, 3));
        assertThat(latest(line, 3, cores + 1)).isLessThanOrEqualTo(latest(line, 3, cores));
      }
    }
  }

  @Test
  void the_fewest_cores_are_enough_and_one_less_is_not() {
    var line =
        new Line(
            List.of(new Line.Stop("fast", Map.of(Kind.EVENT, 50.0)), TEN_A_SECOND),
            List.of(at(10, 10_000)));

    var fewest = new CoresWanted(line, HOUR, 60).fewest();
    int first = fewest.getFirst();
    int second = fewest.getLast();

    assertThat(latest(line, first, second)).isLessThanOrEqualTo(60);
    assertThat(latest(line, first - 1, second)).isGreaterThan(60);
    assertThat(latest(line, first, second - 1)).isGreaterThan(60);
    for (var other = 1; other < first + second - 1; other++) {
      assertThat(latest(line, other, first + second - 1 - other)).isGreaterThan(60);
    }
  }

  @Test
  void two_bursts_are_two_stretches() {
    var line = new Line(List.of(TEN_A_SECOND), List.of(at(0, 40), at(100, 30)));

    assertThat(line.run(List.of(1), HOUR).getFirst().stretches())
        .containsExactly(new Stretch(0, 30, 0, 3, 4), new Stretch(100, 20, 100, 102, 3));
  }

  @Test
  void what_is_not_done_while_the_line_is_watched_is_too_late() {
    var slow = new Line.Stop("slow", Map.of(Kind.EVENT, 1.0));
    var line = new Line(List.of(slow, TEN_A_SECOND), List.of(at(100, 600)));

    var fewest = new CoresWanted(line, 100 + 62, 60).fewest();

    assertThat(fewest.getFirst()).isGreaterThanOrEqualTo(10);
    assertThat(latest(line, fewest.getFirst(), fewest.getLast())).isLessThanOrEqualTo(60);
  }

  @Test
  void a_limit_that_no_number_of_cores_can_keep_is_refused() {
    var line = new Line(List.of(TEN_A_SECOND, TEN_A_SECOND), List.of(at(0, 10)));
    var wanted = new CoresWanted(line, HOUR, 1);

    assertThatThrownBy(wanted::fewest).isInstanceOf(IllegalStateException.class);
  }

  private static int latest(Line line, int first, int second) {
    return line.run(List.of(first, second), 3 * HOUR).getLast().latest();
  }

  private static Line alone(Flow flow) {
    return new Line(List.of(TEN_A_SECOND), List.of(flow));
  }

  private static Flow at(int second, double total) {
    return new Flow(Kind.EVENT, second, second + 1, total);
  }

  private static List<Flow> flows(Random random) {
    List<Flow> flows = new ArrayList<>();
    for (var i = 0; i < 5; i++) {
      var from = random.nextInt(HOUR / 2);
      flows.add(
          new Flow(Kind.EVENT, from, from + 1 + random.nextInt(HOUR / 4), random.nextInt(20_000)));
    }
    return flows;
  }
}
