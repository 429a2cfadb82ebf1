package io.caseclock.pack.file;

import io.caseclock.pack.Bulletins;
import io.caseclock.pack.EventType;
import io.caseclock.pack.Example;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Level;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.Route;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Standing;
import io.caseclock.pack.SupervisionList;
import io.caseclock.pack.TaskKind;
import io.caseclock.time.OfficeHours;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The one door of the pack format: files in, a checked {@link Pack} or all its mistakes out. */
public final class PackReader {

  private static final String INDEX = "calendars/index.yaml";

  private static final int DEEPEST = 30;

  private final PackFiles files;
  private final Mistakes mistakes = new Mistakes();
  private boolean allFilesRead = true;

  private PackReader(PackFiles files) {
    this.files = files;
  }

  /** Reads and checks a pack. Never throws for a mistake inside the pack. */
  public static PackReading read(PackFiles files) {
    return new PackReader(files).read();
  }

  /** The pack, or an {@link IllegalArgumentException} that lists every mistake. */
  public static Pack require(PackFiles files) {
    return requireWithExamples(files).pack();
  }

  /** As {@link #require}, with the pack's examples. */
  static PackReading.Read requireWithExamples(PackFiles files) {
    return switch (read(files)) {
      case PackReading.Read read -> read;
      case PackReading.Refused refused ->
          throw new IllegalArgumentException(
              "the rule pack "
                  + files.name()
                  + " has mistakes:\n  "
                  + String.join(
                      "\n  ", refused.mistakes().stream().map(Object::toString).toList()));
    };
  }

  private PackReading read() {
    if (!PackSize.check(files, mistakes)) {
      return new PackReading.Refused(mistakes.all());
    }
    files.texts().keySet().stream()
        .filter(PackSize::isMisplaced)
        .forEach(
            file ->
                mistakes.add(
                    file, 0, "no file of that name and place is read; see the table in packs.md"));
    files.texts().forEach(this::checkEncoding);
    var pack = readPack();
    var notes = new Mistakes();
    if (pack != null && allFilesRead) {
      new PackCheck(pack, mistakes).check();
      new RouteCheck(pack.pack(), pack.routes()).check();
      new TaskCheck(pack.pack(), pack.tasks()).check();
      new SupervisionCheck(pack, mistakes).check();
      new UnusedDeclarations(pack, notes).look();
    }
    return pack != null && mistakes.isEmpty()
        ? new PackReading.Read(pack.pack(), pack.examples(), notes.all())
        : new PackReading.Refused(mistakes.all());
  }

  /** What was no UTF-8 was read with this sign in its place. */
  private void checkEncoding(String file, String text) {
    var at = PackSize.isOfThePack(file) ? text.indexOf('\uFFFD') : -1;
    if (at >= 0) {
      var line = text.substring(0, at + 1).lines().count();
      mistakes.add(file, Math.toIntExact(line), "not UTF-8 text");
    }
  }

  private @Nullable LocatedPack readPack() {
    var root = root(files, "pack.yaml");
    if (root == null) {
      return null;
    }
    var head =
        YamlObject.of("pack.yaml", root, mistakes)
            .only(
                "id",
                "version",
                "names",
                "zone",
                "jurisdiction",
                "calendar",
                "office-hours",
                RuleReader.MONTH_END,
                "levels",
                "warnings",
                "notices");
    var zone = head.scalar("zone", "a time zone like Asia/Shanghai", ZoneId::of, ZoneId.of("Z"));
    var levels = levels(head);
    var ladders = head.objects("warnings").stream().map(WarningLadder::read).toList();
    checkLast(head);
    var facts = FactReader.read(list("facts.yaml"));
    var areFactsRight = !mistakes.isIn("facts.yaml");
    var rules = new ArrayList<LocatedRule>();
    var reader = new RuleReader(facts, areFactsRight, ladders, monthEnd(head));
    for (var file : ruleFiles()) {
      list(file).forEach(item -> rules.add(rule(reader, item)));
      if (rules.size() > PackSize.ITEMS) {
        mistakes.add(file, 0, "expected at most " + PackSize.ITEMS + " rules in a pack");
        allFilesRead = false;
        break;
      }
    }
    checkOfficeHours(head, rules);
    var days = filesWithDays(head, rules);
    var calendar = new CalendarReader(days, mistakes);
    var years = calendar.read(list(days, INDEX));
    var events = list("events.yaml");
    var routes = routes();
    var tasks = TaskReader.read(optionalList(TaskReader.FILE));
    var lists = ListReader.read(list(ListReader.FILE));
    var indicators = IndicatorReader.read(list(IndicatorReader.FILE));
    var byId = keyed(indicators, Indicator::id);
    var pack =
        new Pack(
            head.id("id"),
            head.text("version"),
            head.names("names"),
            zone,
            officeHours(head),
            levels,
            keyed(events, "type", PackReader::eventType, EventType::type),
            facts,
            rules.stream().map(LocatedRule::rule).toList(),
            keyed(lists, SupervisionList::id),
            byId,
            years,
            calendar.version(years),
            Located.values(routes),
            Located.values(tasks),
            DocumentReader.read(files, head, mistakes),
            new Pack.Numbers(standing(byId), bulletins(head)));
    return new LocatedPack(pack, rules, events, examples(), routes, tasks, lists, indicators);
  }

  /**
   * Where the announced days stand: in the pack itself, or in the pack whose calendar it uses, so
   * that one country's days are written once.
   */
  private PackFiles filesWithDays(YamlObject head, List<LocatedRule> rules) {
    if (!head.has("calendar")) {
      return files.texts().containsKey(INDEX) ? files : withoutDays(head, rules);
    }
    if (files.texts().containsKey(INDEX)) {
      head.mistake("calendar", "the pack has calendars of its own; expected one or the other");
    }
    var other = head.text("calendar");
    try {
      return files.beside(other);
    } catch (IllegalArgumentException e) {
      allFilesRead = false;
      head.mistake("calendar", "there is no pack '" + other + "' whose calendar could be used");
      return new PackFiles(other, Map.of(INDEX, "[]"));
    }
  }

  /** What stands behind a line for all longer periods is for none. */
  private static void checkLast(YamlObject head) {
    var lines = head.objects("warnings");
    for (var i = 0; i < lines.size() - 1; i++) {
      if (lines.get(i).has("beyond") && !lines.get(i).has("severities")) {
        lines.get(i + 1).mistake("before", "the line before it is for all periods that are left");
        return;
      }
    }
  }

  private LocatedRule rule(RuleReader reader, YamlObject item) {
    var before = mistakes.count();
    var rule = reader.read(item);
    return new LocatedRule(rule, item, mistakes.count() == before);
  }

  private static MonthEnd monthEnd(YamlObject head) {
    return head.has(RuleReader.MONTH_END)
        ? head.oneOf(RuleReader.MONTH_END, MonthEnd.class)
        : MonthEnd.CORRESPONDING_DAY;
  }

  /** Whoever counts by office hours says what they are. */
  private static void checkOfficeHours(YamlObject head, List<LocatedRule> rules) {
    var isCounted =
        rules.stream()
            .flatMap(rule -> rule.rule().versions().stream())
            .flatMap(version -> version.warnings().stream())
            .anyMatch(Lead::isInWorkingTime);
    if (isCounted && !head.has("office-hours")) {
      head.mistake(
          "office-hours",
          "warnings count working time: expected 'office-hours', such as [09:00-17:00]");
    }
  }

  private static OfficeHours officeHours(YamlObject head) {
    try {
      return head.has("office-hours")
          ? OfficeHours.parse(head.texts("office-hours"))
          : OfficeHours.USUAL;
    } catch (IllegalArgumentException e) {
      head.mistake("office-hours", "'office-hours': " + e.getMessage());
      return OfficeHours.USUAL;
    }
  }

  /** A calendar is for rules that roll, or that count working days or working time. */
  private PackFiles withoutDays(YamlObject head, List<LocatedRule> rules) {
    rules.stream()
        .filter(
            rule ->
                rule.isRead()
                    && rule.rule().versions().stream().anyMatch(RuleVersion::needsCalendar))
        .findFirst()
        .ifPresent(
            rule ->
                head.mistake(
                    "calendar",
                    "the rule '"
                        + rule.rule().id()
                        + "' rolls or counts working days: expected 'calendar', or "
                        + INDEX));
    return new PackFiles(files.name(), Map.of(INDEX, "[]"));
  }

  private List<Example> examples() {
    var text = files.texts().get(ExampleReader.FILE);
    if (text == null) {
      allFilesRead = false;
      mistakes.add(ExampleReader.FILE, 0, "the file is missing; every rule needs an example");
      return List.of();
    }
    return new ExampleReader(mistakes).read(text);
  }

  private static Map<String, Level> levels(YamlObject head) {
    Map<String, Level> levels = new LinkedHashMap<>();
    for (var item : head.objects("levels")) {
      item.only("id", "line", "rank", "names");
      var id = item.id("id");
      var level = new Level(id, item.text("line"), item.integer("rank"), item.names("names"));
      if (levels.put(id, level) != null) {
        item.mistake("id", "the level '" + id + "' stands twice");
      }
    }
    return levels;
  }

  private static EventType eventType(YamlObject item) {
    item.only("type", "names", "element", "opens", "reported-by", "data");
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = List.of();
    if (item.has("data")) {
      var data = item.object("data").only("properties", "required");
      required = data.texts("required");
      if (data.has("properties")) {
        var described = data.object("properties");
        for (var name : described.memberNames()) {
          var schema = described.value(name);
          if (schema != null) {
            properties.put(name, schema);
          }
        }
      }
    }
    return new EventType(
        item.id("type"),
        item.names("names"),
        item.text("element"),
        item.has("opens") && item.flag("opens"),
        item.has("reported-by") ? Set.copyOf(item.texts("reported-by")) : Set.of(),
        properties,
        required);
  }

  /** The items of a file by their key; one that stands twice is a mistake at its second place. */
  private static <T> Map<String, T> keyed(
      List<YamlObject> items,
      String member,
      Function<YamlObject, T> reader,
      Function<T, String> key) {
    Map<String, T> keyed = new LinkedHashMap<>();
    for (var item : items) {
      var value = reader.apply(item);
      if (keyed.put(key.apply(value), value) != null) {
        item.mistake(member, "'" + key.apply(value) + "' is declared twice");
      }
    }
    return keyed;
  }

  private static <T> Map<String, T> keyed(List<Located<T>> items, Function<T, String> id) {
    Map<String, T> keyed = new LinkedHashMap<>();
    for (var item : items) {
      var key = id.apply(item.value());
      if (keyed.putIfAbsent(key, item.value()) != null && !key.isBlank()) {
        item.place().mistake("id", "'" + key + "' is declared twice");
      }
    }
    return keyed;
  }

  private @Nullable Standing standing(Map<String, Indicator> indicators) {
    var file = optionalObject(StandingReader.FILE);
    return file == null
        ? null
        : new StandingReader(indicators, !mistakes.isIn(IndicatorReader.FILE)).read(file);
  }

  /** Bulletins are made on working days, so that a pack without a calendar cannot have any. */
  private @Nullable Bulletins bulletins(YamlObject head) {
    var file = optionalObject(BulletinReader.FILE);
    if (file == null) {
      return null;
    }
    if (!head.has("calendar") && !files.texts().containsKey(INDEX)) {
      head.mistake(
          "calendar", "bulletins are made on working days: expected 'calendar', or " + INDEX);
    }
    return BulletinReader.read(file);
  }

  /** A file with a mapping, that a pack may leave out. */
  private @Nullable YamlObject optionalObject(String file) {
    var root = files.texts().containsKey(file) ? root(files, file) : null;
    return root == null ? null : YamlObject.of(file, root, mistakes);
  }

  private List<String> ruleFiles() {
    return files.texts().keySet().stream()
        .filter(name -> name.startsWith("rules/") && name.endsWith(".yaml"))
        .toList();
  }

  private List<YamlObject> list(String file) {
    return list(files, file);
  }

  /** No file leaves the policy to another pack; a file without a route is a mistake. */
  private List<Located<Route>> routes() {
    var routes = RouteReader.read(optionalList(RouteReader.FILE));
    if (routes.isEmpty() && files.texts().containsKey(RouteReader.FILE)) {
      mistakes.add(RouteReader.FILE, 0, "expected at least one route, or no such file");
    }
    return routes;
  }

  /** A file that a pack may leave out. */
  private List<YamlObject> optionalList(String file) {
    return files.texts().containsKey(file) ? list(file) : List.of();
  }

  private List<YamlObject> list(PackFiles where, String file) {
    var root = root(where, file);
    var items = root == null ? List.<YamlObject>of() : YamlObject.list(file, root, mistakes);
    allFilesRead &= items.size() <= PackSize.ITEMS;
    return items;
  }

  private @Nullable Node root(PackFiles where, String file) {
    var text = where.texts().get(file);
    if (text == null) {
      allFilesRead = false;
      mistakes.add(file, 0, "the file is missing");
      return null;
    }
    if (text.startsWith("\uFEFF")) {
      return unreadable(file, 1, "begins with a byte order mark (BOM); save it as UTF-8 without");
    }
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(true);
      options.setCodePointLimit(PackSize.FILE);
      options.setNestingDepthLimit(DEEPEST);
      options.setMaxAliasesForCollections(0);
      var node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        mistakes.add(file, 0, "the file is empty");
      }
      return node;
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      return unreadable(file, mark == null ? 0 : mark.getLine() + 1, e.getProblem());
    } catch (ReaderException e) {
      var line = text.substring(0, Math.min(e.getPosition(), text.length())).lines().count();
      return unreadable(file, Math.toIntExact(line), "special characters are not allowed");
    } catch (YAMLException e) {
      return unreadable(file, 0, e.getMessage());
    }
  }

  private @Nullable Node unreadable(String file, int line, @Nullable String problem) {
    allFilesRead = false;
    mistakes.add(file, line, "not YAML: " + problem);
    return null;
  }

  /** A pack that is still to be checked, with the place of each rule and each event type. */
  record LocatedPack(
      Pack pack,
      List<LocatedRule> rules,
      List<YamlObject> eventTypes,
      List<Example> examples,
      List<Located<Route>> routes,
      List<Located<TaskKind>> tasks,
      List<Located<SupervisionList>> lists,
      List<Located<Indicator>> indicators) {}

  /**
   * A rule and where it stands.
   *
   * @param isRead false where something in it was a mistake by itself already
   */
  record LocatedRule(Rule rule, YamlObject place, boolean isRead) {}
}
