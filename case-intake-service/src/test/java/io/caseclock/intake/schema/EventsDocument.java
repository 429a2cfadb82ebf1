package io.caseclock.intake.schema;

import io.caseclock.contract.Names;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/events.md}: every event type of every shipped pack, with an example. */
final class EventsDocument {

  private static final String HEAD =
      """
      # 事件一览 / The events

      可以报送的全部事件类型，每种一行：发生了什么、示例、该类型特有的成员（粗体为必填）。登记单位、民警任职和离岗只由管理员报送，其余由办案系统报送。未加载的规则包，其类型回答 422。本页由测试从规则包生成，每个示例都由测试实际报送并被接受。

      Every type of event that may be posted, a line each: what happened, an example, and the members that only
      this type has, in bold those that must be there. A precinct system may post all but the three about units and officers, which
      are an administrator's. A type of a pack that is not loaded is answered 422. A test writes this page out of the rule packs, and posts each example to a
      running intake, which takes it. How events are posted, and what else they hold, is in
      [connecting a precinct system](integration.md). A running intake tells the same, of the packs that are in force there, with the
      JSON Schema of each type, at `GET /api/v1/event-types`.

      - An example is an event without `specversion`, `id`, `source`, `type` and `time`. The whole of one:

      ```json
      {"specversion":"1.0","id":"888001-filed","source":"urn:precinct:9901","type":"case-filed","time":"2026-03-02T09:00:00+08:00",%s
      ```

      - In an event of a case `data` has `unit` always, and `caseId` wherever the subject is neither the case nor the incident. It may
        have `officer`, and `facts` ([below](#facts)), whatever the type.
      - Events about notices and plans are not posted: CaseClock makes them.
      - A type that several packs declare stands with the pack that is first on this page.

      """;

  /** What {@code CASECLOCK_PACKS} names where nobody sets it. */
  static final String LOADED = "cn-public-security";

  private static final String BY_DEFAULT =
      """
      默认加载。

      Loaded by default.
      """;

  private static final String ON_DEMAND =
      """
      默认不加载；在 `CASECLOCK_PACKS` 中加上 `%1$s` 才加载，否则其类型回答 422。

      Not loaded by default: `CASECLOCK_PACKS` of all services has to name `%1$s` too, else its types are answered 422.
      """;

  private static final Set<String> ADMINISTRATED = Set.of("unit", "officer");

  private static final String ADMINISTRATORS_ONLY =
      """


      仅由管理员报送；办案系统报送回答 403。

      By administrators only; a precinct system is answered 403.\
      """;

  private static final Map<String, Names> ELEMENTS =
      Map.of(
          "any", new Names("任何对象", "Anything"),
          "case", new Names("案件", "Cases"),
          "incident", new Names("警情", "Incidents"),
          "person", new Names("人员", "Persons"),
          "property", new Names("物品", "Property"),
          "case-file", new Names("卷宗", "Case files"),
          "venue", new Names("场所", "Venues"),
          "unit", new Names("单位", "Units"),
          "officer", new Names("民警", "Officers"));

  private static final List<String> ORDER =
      List.of(
          "any", "case", "incident", "person", "property", "case-file", "venue", "unit", "officer");

  private final List<Pack> packs;
  private final EventCatalogue catalogue;

  EventsDocument(List<Pack> packs) {
    this.packs = packs;
    this.catalogue = new EventCatalogue(packs);
  }

  String text() {
    var first = example(catalogue.type("case-filed").orElseThrow());
    var text = new StringBuilder(HEAD.formatted(first.json().substring(1)));
    text.append("## Whatever the pack\n\n");
    text.append("规则包之外、处处都有的类型；单位和民警由管理员登记。\n\n");
    text.append("They belong to no pack, and are always there.\n");
    sections(text, type -> type.pack() == null);
    for (var pack : packs) {
      text.append("\n## ").append(pack.id()).append("\n\n");
      text.append(both(pack.names())).append("\n\n");
      text.append(LOADED.equals(pack.id()) ? BY_DEFAULT : ON_DEMAND.formatted(pack.id()));
      sections(text, type -> pack.id().equals(type.pack()));
    }
    facts(text);
    return text.toString();
  }

  private void sections(StringBuilder text, java.util.function.Predicate<KnownType> which) {
    var byElement = types().filter(which).collect(Collectors.groupingBy(KnownType::element));
    for (var element : ORDER) {
      var types = byElement.getOrDefault(element, List.of());
      if (!types.isEmpty()) {
        text.append("\n### ").append(both(Objects.requireNonNull(ELEMENTS.get(element))));
        text.append(ADMINISTRATED.contains(element) ? ADMINISTRATORS_ONLY : "");
        text.append("\n\n| type | what | example | members |\n| --- | --- | --- | --- |\n");
        types.forEach(type -> text.append(row(type)));
      }
    }
  }

  /** All that are posted, in the order of their names. */
  private Stream<KnownType> types() {
    return catalogue.types().stream()
        .filter(EventExample::isPosted)
        .sorted(Comparator.comparing(KnownType::type));
  }

  List<EventExample> examples() {
    return types().map(this::example).toList();
  }

  private EventExample example(KnownType type) {
    return EventExample.of(type, catalogue.terms());
  }

  private String row(KnownType type) {
    return "| `%s` | %s | `%s` | %s |\n"
        .formatted(type.type(), both(type.names()), example(type).json(), members(type));
  }

  private static String members(KnownType type) {
    var required = EventExample.required(type);
    return EventExample.own(type).stream()
        .map(name -> member(name, required.contains(name), description(type, name)))
        .collect(Collectors.joining("; "));
  }

  private static String member(String name, boolean isRequired, String description) {
    var code = isRequired ? "**`" + name + "`**" : "`" + name + "`";
    return description.isEmpty() ? code : code + ": " + description;
  }

  private static String description(KnownType type, String name) {
    var schema = Objects.requireNonNull(EventExample.properties(type).get(name));
    var text = String.valueOf(schema.getOrDefault("description", ""));
    return schema.get("enum") instanceof List<?> values
        ? values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "))
        : text.replace("|", "\\|");
  }

  private void facts(StringBuilder text) {
    text.append("\n## Facts\n\n");
    text.append("`data.facts` 中可以说明的事实；未说明时按最后一列。\n\n");
    text.append(
        "What may stand in `data.facts` of any event, and what holds where nothing is said.\n");
    text.append("\n| fact | what | values | otherwise |\n| --- | --- | --- | --- |\n");
    catalogue.facts().forEach(fact -> text.append(row(fact)));
  }

  private static String row(Fact fact) {
    var values =
        fact.values().stream()
            .map(String::valueOf)
            .sorted()
            .map(value -> "`" + value + "`")
            .collect(Collectors.joining(", "));
    return "| `"
        + fact.name()
        + "` | "
        + both(fact.names())
        + " | "
        + values
        + " | `"
        + fact.otherwise()
        + "` |\n";
  }

  private static String both(Names names) {
    return (names.zh() + " / " + names.en()).replace("|", "\\|");
  }
}
