package io.caseclock.chain;

/** What is wrong with a link of the chain. */
public enum Fault {
  CHANGED("内容或哈希被改动", "the entry or its hash was changed"),
  MISSING("记录缺失", "the entry is missing"),
  SWAPPED("此处本是另一条记录", "another entry stood here"),
  ADDED("多出一条记录", "an entry was added"),
  HEAD_DIFFERS("日末哈希不符", "the hash of the day's last entry is not the one of its head"),
  NOT_JOINED(
      "与前一日不相接：有一日缺失，或日首被改动",
      "the day does not follow the one before it: a day is missing, or a head was changed"),
  OUTSIDE("链启用之后出现链外记录", "an entry stands outside the chain after the chain began");

  private final String zh;
  private final String en;

  Fault(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
