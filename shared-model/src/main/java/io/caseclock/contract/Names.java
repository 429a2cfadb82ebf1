package io.caseclock.contract;

/** A text for people, always in both languages. */
public record Names(String zh, String en) {

  public Names {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a name needs both languages: " + zh + " / " + en);
    }
  }
}
