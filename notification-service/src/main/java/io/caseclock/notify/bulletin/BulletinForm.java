package io.caseclock.notify.bulletin;

import io.caseclock.contract.Words;

/** The forms for people, each in one language. */
public record BulletinForm(Medium medium, Tongue tongue) {

  /** What kind of file. */
  public enum Medium {
    HTML,
    PDF,
    XLSX;

    public String wire() {
      return Words.of(this);
    }
  }

  /** In which language it is written. */
  public enum Tongue {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Tongue(String tag) {
      this.tag = tag;
    }

    public String wire() {
      return Words.of(this);
    }

    /** As HTTP and HTML name it. */
    public String tag() {
      return tag;
    }
  }
}
