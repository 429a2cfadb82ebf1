package io.caseclock.intake.accept;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sender wrote where the journal keeps a normal form, by JSON pointer. */
final class AsSent {

  private AsSent() {}

  /** Empty where nothing was folded. */
  static Map<String, String> of(
      Submission submission, EventAttributes attributes, Map<String, Object> data) {
    Map<String, String> differing = new TreeMap<>();
    compare("/id", submission.text("id"), attributes.eventId().id(), differing);
    compare("/source", submission.text("source"), attributes.eventId().source(), differing);
    compare("/subject", submission.text("subject"), attributes.subject().toString(), differing);
    if (submission.data() instanceof Map<?, ?> sent) {
      data.forEach((name, normal) -> compare("/data/" + name, sent.get(name), normal, differing));
    }
    return differing;
  }

  /** Only texts, and lists of them, are ever folded. */
  private static void compare(
      String pointer,
      @Nullable Object sent,
      @Nullable Object normal,
      Map<String, String> differing) {
    if (sent instanceof String text && !text.equals(normal)) {
      differing.put(pointer, text);
    } else if (sent instanceof List<?> items && normal instanceof List<?> normals) {
      for (var i = 0; i < Math.min(items.size(), normals.size()); i++) {
        compare(pointer + "/" + i, items.get(i), normals.get(i), differing);
      }
    }
  }
}
