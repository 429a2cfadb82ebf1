package io.caseclock.contract;

import java.util.regex.Pattern;

/**
 * What an event or a deadline is about: {@code case/A3201022026000123}, {@code person/P-7}.
 * Deadlines are matched per subject: the release of one person ends nobody else's periods.
 *
 * @param kind an element such as {@code case}, or {@code unit} and {@code officer} in the directory
 * @param id the identifier inside the kind; may itself contain slashes
 */
public record Subject(String kind, String id) implements Comparable<Subject> {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,30}");

  public Subject {
    if (!KIND.matcher(kind).matches() || id.isBlank() || id.length() > 120) {
      throw new IllegalArgumentException("not a subject: " + kind + "/" + id);
    }
  }

  /** Reads {@code kind/id}; refuses anything else with an {@link IllegalArgumentException}. */
  public static Subject parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("a subject reads kind/id, not: " + text);
    }
    return new Subject(text.substring(0, slash), text.substring(slash + 1));
  }

  public static Subject ofCase(String caseId) {
    return new Subject("case", caseId);
  }

  public boolean isCase() {
    return kind.equals("case");
  }

  /**
   * What people call it, such as {@code 案件 A990001}. A notice and a plan are named by their kind
   * alone, since nobody knows their ids; a kind without a word of its own as it is written.
   */
  public Names names() {
    return switch (kind) {
      case "incident" -> named("警情", "incident");
      case "case" -> named("案件", "case");
      case "person" -> named("人员", "person");
      case "property" -> named("物品", "item");
      case "case-file" -> named("卷宗", "case file");
      case "venue" -> named("场所", "venue");
      case "unit" -> named("单位", "unit");
      case "officer" -> named("民警", "officer");
      case "notice" -> new Names("整改通知书", "rectification notice");
      case "plan" -> new Names("整改计划", "plan");
      default -> new Names(toString(), toString());
    };
  }

  private Names named(String zh, String en) {
    return new Names(zh + " " + id, en + " " + id);
  }

  @Override
  public int compareTo(Subject other) {
    var byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
