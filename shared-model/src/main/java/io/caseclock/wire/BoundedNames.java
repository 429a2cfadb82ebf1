package io.caseclock.wire;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.SourceUri;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That what a record names something by is no longer than it can lawfully be: such names stand in
 * indexes, which take no more, while texts for people may be as long as they are.
 */
final class BoundedNames {

  /**
   * The most characters (UTF-16 units) of an id that the suite makes of others: of a source, of the
   * id of an event in it, and a few words. With a source it fits into an index in any script.
   */
  static final int LONGEST_ID = 600;

  private static final Map<String, Integer> ATTRIBUTES =
      Map.of(
          "id", LONGEST_ID,
          "source", SourceUri.LONGEST,
          "type", Identifier.LONGEST,
          "subject", Identifier.LONGEST);

  private static final Set<String> IDS = Set.of("id", "deadlineId");

  private static final Set<String> NAMES =
      Set.of(
          "absence",
          "breachPolicy",
          "caseId",
          "cause",
          "element",
          "kind",
          "list",
          "officer",
          "officers",
          "parent",
          "rule",
          "ruleVersion",
          "severity",
          "source",
          "stage",
          "substitute",
          "unit");

  /** Refuses the attribute of that name where it is longer than any lawful one. */
  static void requireAttribute(String name, String value) {
    require("the header " + WireRecord.PREFIX + name, value, ATTRIBUTES.getOrDefault(name, 0));
  }

  /** The same for the key of a record. */
  static String requireKey(String key) {
    require("the key", key, LONGEST_ID);
    return key;
  }

  /** The same for a member of the data of that name; any other member may be of any length. */
  static void requireMember(String name, @Nullable Object value, String pointer) {
    if (value instanceof String text) {
      require("the data at '" + pointer + "'", text, longest(name));
    }
  }

  private static int longest(String name) {
    if (IDS.contains(name)) {
      return LONGEST_ID;
    }
    return NAMES.contains(name) ? Identifier.LONGEST : 0;
  }

  private static void require(String what, String text, int longest) {
    if (longest > 0 && text.length() > longest) {
      throw new MalformedRecordException(what + " is longer than " + longest + " characters");
    }
  }

  private BoundedNames() {}
}
