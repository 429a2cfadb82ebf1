package io.caseclock.monitor.rest;

import static java.util.Map.entry;

import io.caseclock.contract.Names;
import java.util.Map;

/** What the causes of findings are called. */
public final class FindingWords {

  private static final Map<String, Names> CAUSES =
      Map.ofEntries(
          entry("recorded", new Names("人工记录的问题", "recorded by a person")),
          entry("contradiction", new Names("数据矛盾", "contradiction in the data")),
          entry("conflict", new Names("重复报送冲突", "told twice with other content")),
          entry("extension-refused", new Names("延长不生效", "extension without effect")),
          entry("term-out-of-bounds", new Names("期限超出法定幅度", "term outside what the law allows")),
          entry("quarantined", new Names("案件隔离", "case set aside")),
          entry("unwatched", new Names("无有效规则", "no rule in force")),
          entry("not-the-owner", new Names("非本案单位报送", "told by a unit whose case it is not")),
          entry("audit", new Names("核验不一致", "difference in the audit")));

  private FindingWords() {}

  public static Names of(String cause) {
    return CAUSES.getOrDefault(cause, new Names(cause, cause));
  }
}
