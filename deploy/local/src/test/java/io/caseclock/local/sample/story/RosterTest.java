package io.caseclock.local.sample.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RosterTest {

  private final Roster roster = new Roster();

  @Test
  void every_unit_that_works_on_cases_has_one_head() {
    for (var unit : roster.units()) {
      var heads = with("unit-head").stream().filter(one -> one.unit().equals(unit.id()));

      assertThat(heads).as(unit.id()).hasSize(unit.weight() > 0 ? 1 : 0);
    }
  }

  @Test
  void the_sub_bureau_has_one_leader_who_also_supervises() {
    assertThat(with("bureau-leader"))
        .singleElement()
        .satisfies(
            leader -> {
              assertThat(leader.id()).isEqualTo("P990002");
              assertThat(leader.roles()).contains("supervisor");
            });
  }

  @Test
  void every_station_has_an_officer_who_calls_back() {
    assertThat(with("callback-officer"))
        .extracting(Officer::unit)
        .containsExactlyElementsOf(roster.stations().stream().map(Unit::id).toList());
  }

  @Test
  void the_legal_brigade_has_a_supervisor_and_legal_officers_and_no_more() {
    assertThat(roster.officers())
        .filteredOn(one -> one.unit().equals(Roster.LEGAL))
        .allSatisfy(one -> assertThat(one.roles()).hasSize(1));
  }

  @Test
  void all_but_two_have_contacts_that_are_theirs_alone_and_nobodys_in_truth() {
    var reached = roster.officers().stream().filter(one -> !one.contacts().isEmpty()).toList();

    assertThat(reached).hasSize(roster.officers().size() - 2);
    assertThat(reached)
        .allSatisfy(
            one -> {
              assertThat(one.contacts().get("email"))
                  .isEqualTo(one.id().toLowerCase(Locale.ROOT) + "@police.example");
              assertThat(one.contacts().get("mobile")).matches("1990000\\d{4}");
            });
    assertThat(reached.stream().map(one -> one.contacts().get("mobile"))).doesNotHaveDuplicates();
  }

  @Test
  void an_officer_in_a_text_has_neither_name_nor_contacts() {
    assertThat(roster.officers().getFirst().toString()).doesNotContain("示例", "example");
  }

  private List<Officer> with(String role) {
    return roster.officers().stream().filter(one -> one.roles().contains(role)).toList();
  }
}
