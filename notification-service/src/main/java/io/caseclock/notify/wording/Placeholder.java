package io.caseclock.notify.wording;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.MessageTexts;

/**
 * What a text is filled with when something is told; in a text it stands in braces: {@code {事项}},
 * {@code {name}}.
 */
public enum Placeholder {
  NAME("事项", "name", "立案审查期限", "Filing review period"),
  DUE("期限", "due", "2026年3月12日 24:00", "12 Mar 2026 24:00"),
  CHANCE("可能性", "chance", "41 %", "41 %"),
  REASON("依据", "reason", "同类41件中，17件超期。", "Of 41 such cases still open at day 22, 17 were late."),
  NUMBER("文书号", "number", "示例整改〔2026〕7号", "Sample notice 2026-7"),
  FAULT("问题", "fault", "立案审查期限", "Filing review period"),
  WHY("原因", "why", "“证明材料不全”", "“the evidence is not complete”"),
  BASIS("依据", "basis", "示例规定 第一条", "Sample provision 1"),
  WHAT("内容", "what", "案件 示例0001", "case SAMPLE-0001"),
  TASK("任务", "task", "回访报案人", "Call the reporting person back"),
  TIMES("次数", "times", "2", "2"),
  TITLE("标题", "title", "超期：立案审查期限", "Breach: Filing review period"),
  TEXT("原文", "text", "立案审查期限已超期。", "Filing review period is in breach."),
  COUNT("数量", "count", "3", "3"),
  LIST("清单", "list", "案件 示例0001；案件 示例0002", "case SAMPLE-0001; case SAMPLE-0002"),
  PERSON("人员", "person", "虚构A 000000", "Fictional A 000000");

  private final Names names;
  private final Names example;

  Placeholder(String zh, String en, String exampleZh, String exampleEn) {
    this.names = new Names(zh, en);
    this.example = new Names(exampleZh, exampleEn);
  }

  /** What stands between the braces. */
  public Names names() {
    return names;
  }

  /** What it may be filled with, to see how a text reads; see {@link MessageTexts#fill}. */
  public Names example() {
    return example;
  }
}
