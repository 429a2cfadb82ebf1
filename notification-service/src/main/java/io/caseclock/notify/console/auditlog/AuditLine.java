package io.caseclock.notify.console.auditlog;

import io.caseclock.audit.AuditOutcome;
import io.caseclock.audit.rest.AuditEntryView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An entry as the page shows it. */
record AuditLine(AuditEntryView entry, String what) {

  private static final String SHOWN = "shown";

  static AuditLine of(AuditEntryView entry, AuditLogTexts texts) {
    return new AuditLine(entry, what(entry, texts));
  }

  /** The thing and what was done to it, in words: 静默：批准. */
  private static String what(AuditEntryView entry, AuditLogTexts texts) {
    var operation = entry.operation();
    var method = operation.substring(0, Math.max(0, operation.indexOf(' ')));
    var words = words(operation);
    if (words.isEmpty()) {
      return texts.method(method);
    }
    var area = texts.area(words.getFirst());
    if (words.getFirst().startsWith("sign-") && !method.equals("OIDC")) {
      return area;
    }
    return area
        + " · "
        + (isRead(method) ? view(method, words, texts) : step(entry, method, words, texts));
  }

  private static boolean isRead(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** That it was looked at, and which part of it: 查看 · 时间线. */
  private static String view(String method, List<String> words, AuditLogTexts texts) {
    var looked = texts.method(method);
    return words.size() == 1 ? looked : looked + " · " + texts.thing(words.getLast());
  }

  /** Of a path that ends in {@code {step}} the step that was taken. */
  private static String step(
      AuditEntryView entry, String method, List<String> words, AuditLogTexts texts) {
    var named = entry.operation().endsWith("/{step}") ? entry.ids().get("step") : null;
    if (named != null) {
      return texts.step(named);
    }
    return words.size() == 1 ? texts.method(method) : texts.step(words.getLast());
  }

  /** The segments of the path that are no variables. */
  static List<String> words(String operation) {
    var path = operation.substring(operation.indexOf(' ') + 1).replaceFirst("^/api/v1", "");
    return Arrays.stream(path.split("/"))
        .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
        .toList();
  }

  public boolean isDone() {
    return AuditOutcome.of(entry.status()) == AuditOutcome.DONE;
  }

  /** Whether it was a look at a list that had nothing of what it was asked for. */
  public boolean isOfNothing() {
    return entry.ids().containsKey(SHOWN);
  }

  /** What it was done to, as it was named. */
  public String ids() {
    return entry.ids().entrySet().stream()
        .filter(one -> !one.getKey().equals(SHOWN))
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(" · "));
  }
}
