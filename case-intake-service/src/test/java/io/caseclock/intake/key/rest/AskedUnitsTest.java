package io.caseclock.intake.key.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedUnitsTest {

  private final List<Violation> faults = new ArrayList<>();

  @Test
  void one_id_is_the_only_unit() {
    assertThat(read("D01")).isEqualTo(new AskedUnits(List.of("D01"), false));
  }

  @Test
  void a_list_keeps_its_order() {
    assertThat(read(List.of("D02", "D01"))).isEqualTo(new AskedUnits(List.of("D02", "D01"), true));
    assertThat(read(List.of("D02"))).isEqualTo(new AskedUnits(List.of("D02"), true));
  }

  @Test
  void sixteen_are_the_most() {
    assertThat(read(numbered(16))).isNotNull();

    assertThat(read(numbered(17))).isNull();
    assertThat(faults).extracting(Violation::pointer).containsExactly("/unit");
  }

  @Test
  void what_is_neither_an_id_nor_a_list_is_refused() {
    assertThat(read(null)).isNull();
    assertThat(read(9901L)).isNull();
    assertThat(read("")).isNull();
    assertThat(read(List.of())).isNull();
    assertThat(faults).extracting(Violation::pointer).containsOnly("/unit").hasSize(4);
  }

  @Test
  void each_that_cannot_be_used_is_named() {
    assertThat(read(Arrays.asList("D01", null, 7L, List.of("D02"), " ", "D02"))).isNull();
    assertThat(faults)
        .extracting(Violation::pointer)
        .containsExactly("/unit/1", "/unit/2", "/unit/3", "/unit/4");
  }

  @Test
  void one_that_stands_twice_is_named_whichever_way_it_is_written() {
    assertThat(read(List.of("D01", "D02", "Ｄ０１", "D02"))).isNull();
    assertThat(faults).extracting(Violation::pointer).containsExactly("/unit/2", "/unit/3");
  }

  @Test
  void one_that_nobody_registered_is_named_where_it_was_written() {
    assertThat(new AskedUnits(List.of("D01", "D02", "D03"), true).unknown("D02"::equals))
        .extracting(Violation::pointer)
        .containsExactly("/unit/0", "/unit/2");
    assertThat(new AskedUnits(List.of("D01"), false).unknown("D02"::equals))
        .extracting(Violation::pointer)
        .containsExactly("/unit");
  }

  private @Nullable AskedUnits read(@Nullable Object member) {
    return AskedUnits.read(member, faults);
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(number -> "D" + number).toList();
  }
}
