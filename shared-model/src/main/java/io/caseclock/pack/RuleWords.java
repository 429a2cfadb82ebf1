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

  private static final Map<String, Names> DUTIES =
      Map.ofEntries(
          Map.entry("authority", new Names("公安机关", "The police")),
          Map.entry("party", new Names("当事人", "A party")),
          Map.entry("court", new Names("人民法院", "A court")),
          Map.entry("procuratorate", new Names("人民检察院", "The procuratorate")),
          Map.entry("higher-procuratorate", new Names("上级人民检察院", "The higher procuratorate")),
          Map.entry("appraisal-institution", new Names("鉴定机构", "The appraisal institution")),
          Map.entry("reconsideration-organ", new Names("复议机关", "The reconsideration organ")),
          Map.entry("legal-aid-institution", new Names("法律援助机构", "The legal aid institution")),
          Map.entry("advised-unit", new Names("被建议单位", "The unit that was advised")),
          Map.entry("referring-organ", new Names("移送机关", "The referring organ")),
          Map.entry("rehabilitation-facility", new Names("戒毒场所", "The rehabilitation facility")),
          Map.entry("drug-user", new Names("吸毒人员", "The drug user")),
          Map.entry("foreigner", new Names("外国人", "The foreigner")),
          Map.entry("household", new Names("住户", "The household")),
          Map.entry("citizen", new Names("公民", "A citizen")),
          Map.entry("treasury", new Names("财政部门", "The treasury")));

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

  /**
   * Whose duty a rule sets.
   *
   * @param word of {@link Rule#duty()}, which a pack chooses: one that is not known is told as that
   *     of another organ
   */
  public static Names duty(String word) {
    var names = DUTIES.get(word);
    return names == null ? new Names("其他主体（" + word + "）", "Another organ (" + word + ")") : names;
  }

  private static Names named(Map<String, Names> known, String word) {
    var names = known.get(word);
    return names == null ? new Names(word, word) : names;
  }

  private RuleWords() {}
}
