package io.caseclock.pack.file;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small pack without a mistake, for tests to spoil. */
final class InventedPack {

  static final String RULES = "rules/one.yaml";

  static final String PACK =
      """
      id: invented
      version: 1.0.0
      names: {zh: 虚构, en: Invented}
      zone: Asia/Shanghai
      jurisdiction: {zh: 虚构, en: Invented}
      levels:
        - {id: county, line: police, rank: 2, names: {zh: 县级, en: County}}
      warnings:
        - {upTo: 48 hours, before: [PT2H, PT6H]}
        - {beyond: true, before: [P1D]}
      """;

  static final String RULE =
      """
      - id: first
        names: {zh: 第一, en: First}
        element: case
        duty: authority
        statutory: true
        confidence: verified-text
        severity: serious
        list: closing
        indicators: [in-time]
        breach: notice
        when: {kind: ordinary, urgent: false}
        direction: forward
        bound: maximum
        starts: [begun]
        stops: [done, {event: ended, of: case}]
        versions:
          - id: "2026"
            from: 2026-01-01
            period: 30 calendar-days
            startDayCounts: false
            roll: next-working-day
            extensions:
              - {adds: 30 calendar-days, times: 1, level: county, approvedBy: {zh: 县级, en: County}}
            basis:
              - {law: 虚构法, article: 第一条}
      """;

  static Map<String, String> good() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("pack.yaml", PACK);
    texts.put(
        "events.yaml",
        """
        - {type: begun, names: {zh: 开始, en: Begun}, element: case}
        - {type: done, names: {zh: 完成, en: Done}, element: case}
        - {type: ended, names: {zh: 结束, en: Ended}, element: case}
        """);
    texts.put(
        "facts.yaml",
        """
        - {name: kind, names: {zh: 种类, en: Kind}, values: [ordinary, grave], default: ordinary}
        - {name: urgent, names: {zh: 紧急, en: Urgent}, type: boolean, default: false}
        """);
    texts.put("lists.yaml", "- {id: closing, names: {zh: 结案, en: Closing}}\n");
    texts.put("indicators.yaml", "- {id: in-time, names: {zh: 按时, en: In time}}\n");
    texts.put(RULES, RULE);
    texts.put(
        "examples.csv",
        """
        example_id,rule_id,start,circumstances,expected_due,why
        E1,first,2026-03-02T10:00:00+08:00,,2026-04-01T23:59:59+08:00,"Thirty days, a Wednesday."
        """);
    texts.put("calendars/index.yaml", "- {year: 2026, notice: invented, provisional: false}\n");
    texts.put("calendars/2026.csv", "date,name,kind\n2026-01-01,元旦,off-day\n");
    return texts;
  }

  private InventedPack() {}
}
