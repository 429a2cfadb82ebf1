package io.caseclock.pack.file;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping that is read member by member. A missing, misspelt or ill-typed member is noted
 * with its line and read as a harmless stand-in, so that the rest of the file is still checked; the
 * stand-in never gets out, since a pack with a mistake is refused.
 */
final class YamlObject {

  private static final int LONGEST_SHOWN = 100;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Names NO_NAMES = new Names("-", "-");

  private final String file;
  private final int line;
  private final Map<String, Node> members = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Mistakes mistakes;

  private YamlObject(String file, Node node, Mistakes mistakes) {
    this.file = file;
    this.line = lineOf(node);
    this.mistakes = mistakes;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> take(pair.getKeyNode(), pair.getValueNode()));
    } else {
      mistakes.add(file, line, "expected a mapping of names to values");
    }
  }

  static YamlObject of(String file, Node node, Mistakes mistakes) {
    return new YamlObject(file, node, mistakes);
  }

  /** The items of a sequence as mappings; notes a mistake where the node is no sequence. */
  static List<YamlObject> list(String file, @Nullable Node node, Mistakes mistakes) {
    if (!(node instanceof SequenceNode sequence)) {
      mistakes.add(file, node == null ? 0 : lineOf(node), "expected a list of items ('- …')");
      return List.of();
    }
    return few(file, sequence, mistakes).stream().map(item -> of(file, item, mistakes)).toList();
  }

  /** The items; the first of them, and a mistake, where they are too many. */
  private static List<Node> few(String file, SequenceNode sequence, Mistakes mistakes) {
    var items = sequence.getValue();
    if (items.size() <= PackSize.ITEMS) {
      return items;
    }
    mistakes.add(file, lineOf(sequence), "expected at most " + PackSize.ITEMS + " items in a list");
    return items.subList(0, PackSize.ITEMS);
  }

  private void take(Node key, Node value) {
    var name = nameOf(key);
    if (members.put(name, value) != null) {
      mistakes.add(file, lineOf(key), "'" + shown(name) + "' stands twice");
    }
    lines.put(name, lineOf(key));
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  int lineOf(String member) {
    return lines.getOrDefault(member, line);
  }

  boolean has(String member) {
    var node = members.get(member);
    return node != null && !(node instanceof ScalarNode scalar && isNull(scalar));
  }

  private boolean isSaid(String member) {
    return members.containsKey(member);
  }

  /** How many mistakes were noted so far, to see whether something was read without any. */
  int mistakesSoFar() {
    return mistakes.count();
  }

  void mistake(String member, String expected) {
    mistakes.add(file, lineOf(member), expected);
  }

  /** Notes every member that is not among the known ones. */
  YamlObject only(String... known) {
    var names = Set.of(known);
    members.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                mistake(
                    name,
                    "unknown member '"
                        + shown(name)
                        + "'"
                        + Nearest.hint(name, names)
                        + "; known: "
                        + sorted(names)));
    return this;
  }

  String text(String member) {
    return scalar(member, "a text", Function.identity(), "");
  }

  String textOr(String member, String otherwise) {
    return has(member) ? text(member) : otherwise;
  }

  @Nullable String optionalText(String member) {
    return has(member) ? text(member) : null;
  }

  int integer(String member) {
    return scalar(member, "a whole number", Integer::valueOf, 1);
  }

  boolean flag(String member) {
    return scalar(member, "true or false", YamlObject::parseFlag, false);
  }

  LocalDate day(String member) {
    return scalar(member, "a date like 2026-01-31", LocalDate::parse, LocalDate.MIN);
  }

  <E extends Enum<E>> E oneOf(String member, Class<E> type) {
    var values = type.getEnumConstants();
    return scalar(
        member,
        "one of " + java.util.Arrays.stream(values).map(YamlObject::wire).toList(),
        text ->
            java.util.Arrays.stream(values)
                .filter(value -> wire(value).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        values[0]);
  }

  /** A word that others refer to: lower-case letters and digits, and hyphens between them. */
  String id(String member) {
    return scalar(
        member, "an id of lower-case letters, digits and hyphens", YamlObject::parseId, "");
  }

  private static String parseId(String text) {
    if (!ID.matcher(text).matches() || text.length() > LONGEST_SHOWN) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Reads a scalar with a parser that throws on what it does not accept. */
  <T> T scalar(String member, String expected, Function<String, T> parser, T standIn) {
    var node = members.get(member);
    if (node == null) {
      mistake(member, "'" + member + "' is missing; expected " + expected);
      return standIn;
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      mistake(member, "'" + member + "' should be " + expected);
      return standIn;
    }
    try {
      return parser.apply(scalar.getValue());
    } catch (IllegalArgumentException | DateTimeException e) {
      mistake(
          member,
          "'" + member + "' should be " + expected + ", not '" + shown(scalar.getValue()) + "'");
      return standIn;
    }
  }

  /** A name in Chinese, in English or in both; where one of them is not said, the other stands. */
  Names names(String member) {
    if (!has(member)) {
      mistake(member, "'" + member + "' is missing; expected {zh: …, en: …} or one of the two");
      return NO_NAMES;
    }
    var names = members.get(member) instanceof MappingNode ? object(member) : null;
    if (names == null || !(names.isSaid("zh") || names.isSaid("en"))) {
      mistake(
          member,
          "'"
              + member
              + "' should be {zh: …, en: …} or one of the two; there is no other language");
      return NO_NAMES;
    }
    names.only("zh", "en");
    var zh = names.text(names.isSaid("zh") ? "zh" : "en");
    var en = names.text(names.isSaid("en") ? "en" : "zh");
    return zh.isBlank() || en.isBlank() ? NO_NAMES : new Names(zh, en);
  }

  @Nullable Names optionalNames(String member) {
    return has(member) ? names(member) : null;
  }

  /** A member that is a mapping; the caller has asked {@link #has} before. */
  YamlObject object(String member) {
    return nested(java.util.Objects.requireNonNull(members.get(member), member));
  }

  /** A node below this object, in the same file. */
  YamlObject nested(Node node) {
    return of(file, node, mistakes);
  }

  /** The items of a list member; empty where the member is absent. */
  List<Node> items(String member) {
    if (!has(member)) {
      return List.of();
    }
    if (members.get(member) instanceof SequenceNode sequence) {
      return few(file, sequence, mistakes);
    }
    mistake(member, "'" + member + "' should be a list");
    return List.of();
  }

  List<YamlObject> objects(String member) {
    return items(member).stream().map(node -> of(file, node, mistakes)).toList();
  }

  List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    for (var node : items(member)) {
      if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue());
      } else {
        mistakes.add(file, lineOf(node), "'" + member + "' should list texts");
      }
    }
    return texts;
  }

  /** A free value: texts, booleans, numbers, lists and maps, as YAML writes them. */
  @Nullable Object value(String member) {
    var node = members.get(member);
    return node == null ? null : plain(node);
  }

  Set<String> memberNames() {
    return members.keySet();
  }

  static Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping
            .getValue()
            .forEach(pair -> map.put(nameOf(pair.getKeyNode()), plain(pair.getValueNode())));
        yield map;
      }
      case SequenceNode sequence -> sequence.getValue().stream().map(YamlObject::plain).toList();
      case ScalarNode scalar -> plain(scalar);
      default -> throw new IllegalArgumentException("anchors are not used in packs");
    };
  }

  /** What is no plain true, false or whole number stays a text, as YAML 1.2 would read it. */
  private static Object plain(ScalarNode scalar) {
    try {
      return switch (scalar.getTag().getValue()) {
        case "tag:yaml.org,2002:bool" -> parseFlag(scalar.getValue());
        case "tag:yaml.org,2002:int" -> Integer.valueOf(scalar.getValue());
        default -> scalar.getValue();
      };
    } catch (IllegalArgumentException e) {
      return scalar.getValue();
    }
  }

  private static String nameOf(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  static int lineOf(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  private static boolean isNull(ScalarNode scalar) {
    return scalar.getTag().equals(org.yaml.snakeyaml.nodes.Tag.NULL);
  }

  private static boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** A message is to be read: it quotes the beginning of what is long. */
  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private static String wire(Enum<?> value) {
    return Words.of(value);
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
