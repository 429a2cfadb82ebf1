package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.Map;

/** What people call the words of rules; a word that is not known is called as it is written. */
public final class RuleWords {

  private static final Map<String, Names> ELEMENTS =
      Map.of(
          "incident", new Names("警情", "Incident"),
          "case", new Names("案件", "Case"),
          "person", new Names("人员", "Person"),
          "property", new Names("涉案财物", "Property"),
          "case-file", new Names("案卷", "Case file"),
          "venue", new Names("场所", "Venue"),
          "notice", new Names("通知书", "Notice"),
          "plan", new Names("整改计划", "Plan"));

  private static final Map<String, Names> SEVERITIES =
      Map.of(
          "grave", new Names("特急", "Grave"),
          "serious", new Names("重要", "Serious"),
          "ordinary", new Names("一般", "Ordinary"));

  /**
   * @param word of {@link Rule#ELEMENTS}
   */
  public static Names element(String word) {
    return named(ELEMENTS, word);
  }

  /**
   * @param word of {@link Match#SEVERITIES}
   */
  public static Names severity(String word) {
    return named(SEVERITIES, word);
  }

  private static Names named(Map<String, Names> known, String word) {
    var names = known.get(word);
    return names == null ? new Names(word, word) : names;
  }

  private RuleWords() {}
}
