package io.caseclock.intake.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.Names;
import io.caseclock.pack.EventType;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Level;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PrintedDocuments;
import io.caseclock.time.OfficeHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

  private static final Names NAMES = new Names("测试", "Test");

  @Test
  void the_built_in_types_need_no_pack() {
    var catalogue = new EventCatalogue(List.of());

    assertThat(catalogue.types())
        .extracting(KnownType::type)
        .containsExactlyInAnyOrderElementsOf(BuiltInTypes.ALL);
    assertThat(catalogue.types()).allMatch(KnownType::postable);
  }

  @Test
  void a_type_belongs_to_the_pack_named_first() {
    var catalogue =
        new EventCatalogue(List.of(pack("one", "case-filed"), pack("two", "case-filed", "lost")));

    assertThat(catalogue.type("case-filed")).map(KnownType::pack).contains("one");
    assertThat(catalogue.type("lost")).map(KnownType::pack).contains("two");
    assertThat(catalogue.type("none")).isEmpty();
  }

  @Test
  void what_becomes_of_notices_and_plans_is_told_by_caseclock_alone() {
    var types = Stream.of("notice", "plan", "case", "incident").map(EventCatalogueTest::about);
    var catalogue = new EventCatalogue(List.of(pack("one", types.toList())));

    assertThat(catalogue.types())
        .filteredOn(type -> type.pack() != null)
        .extracting(KnownType::type, KnownType::postable)
        .containsExactlyInAnyOrder(
            tuple("of-notice", false),
            tuple("of-plan", false),
            tuple("of-case", true),
            tuple("of-incident", true));
  }

  private static EventType about(String element) {
    return new EventType("of-" + element, NAMES, element, false, Set.of(), Map.of(), List.of());
  }

  @Test
  void facts_and_levels_of_all_packs_are_known() {
    var catalogue = new EventCatalogue(List.of(pack("one"), pack("two")));

    assertThat(catalogue.fact("kind").orElseThrow().values())
        .containsExactlyInAnyOrder("common", "of-one", "of-two");
    assertThat(catalogue.knowsLevel("level-of-two")).isTrue();
    assertThat(catalogue.knowsLevel("level-of-three")).isFalse();
  }

  @Test
  void a_schema_asks_for_the_unit_and_what_the_pack_requires() {
    var type =
        new EventType(
            "fixed",
            NAMES,
            "case",
            false,
            Set.of(),
            Map.of("on", Map.of("type", "string")),
            List.of("on"));
    var catalogue = new EventCatalogue(List.of(pack("one", List.of(type))));

    var schema = catalogue.type("fixed").orElseThrow().schema();
    assertThat(schema).containsEntry("required", List.of("on", "unit"));
    assertThat(schema.get("properties"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("caseId", "facts", "officer", "on", "unit");
  }

  private static Pack pack(String id, String... types) {
    return pack(
        id,
        java.util.Arrays.stream(types)
            .map(type -> new EventType(type, NAMES, "case", false, Set.of(), Map.of(), List.of()))
            .toList());
  }

  private static Pack pack(String id, List<EventType> types) {
    var byName = new java.util.HashMap<String, EventType>();
    types.forEach(type -> byName.put(type.type(), type));
    var level = "level-of-" + id;
    return new Pack(
        id,
        "1",
        NAMES,
        ZoneId.of("Asia/Shanghai"),
        OfficeHours.USUAL,
        Map.of(level, new Level(level, "police", 1, NAMES)),
        byName,
        Map.of("kind", new Fact("kind", NAMES, Set.of("common", "of-" + id), "common")),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        "none",
        List.of(),
        List.of(),
        PrintedDocuments.NONE);
  }
}
