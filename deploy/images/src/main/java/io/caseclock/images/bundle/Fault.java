package io.caseclock.images.bundle;

/** What can be wrong with a bundle. */
public enum Fault {
  NO_BUNDLE("不是 ./caseclock bundle 写的归档", "not an archive that ./caseclock bundle wrote"),
  LIST("校验清单不合规", "the list of checksums is not as it should be"),
  NAME("文件名不允许", "a name that is not allowed"),
  KIND("不是普通文件", "no plain file"),
  TOO_LARGE("过大", "too large"),
  WRONG("内容与校验和不符", "its content is not what the list says"),
  MISSING("缺失", "missing"),
  EXTRA("多余", "not in the list"),
  DOUBLED("重复", "there twice"),
  CUT_OFF("归档在此中断", "the archive is cut off here"),
  AFTER_END("归档末尾之后还有内容", "something stands after the end of the archive");

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
