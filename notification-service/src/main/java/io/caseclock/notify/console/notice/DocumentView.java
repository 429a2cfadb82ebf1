package io.caseclock.notify.console.notice;

import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page shows of the frozen document; it is read from the stored bytes, never recomputed. */
record DocumentView(String sha256, List<String> basis, List<String> trace) {

  static DocumentView of(StoredDocument document, Language language) {
    var content = Json.object(document.bytes());
    var deadline = content.get("deadline") instanceof Map<?, ?> frozen ? frozen : Map.of();
    return new DocumentView(
        document.sha256(),
        lines(content.get("basis"), language),
        lines(deadline.get("trace"), language));
  }

  private static List<String> lines(@Nullable Object value, Language language) {
    return value instanceof List<?> lines
        ? lines.stream().map(line -> line(line, language)).toList()
        : List.of();
  }

  private static String line(Object line, Language language) {
    return line instanceof Map<?, ?> names
        ? String.valueOf(names.get(language.code()))
        : String.valueOf(line);
  }
}
