package io.caseclock.notify.console.deadletter;

import io.caseclock.consume.rest.DeadLetterView.Content;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;

/** The bytes of a record as a page shows them: as text, or in base64, and not without end. */
final class ContentText {

  private static final int MOST_SHOWN = 8_000;

  @TemplateExtension
  static String shown(Content content) {
    var all = all(content);
    if (!isCut(content)) {
      return all;
    }
    var end = MOST_SHOWN - (Character.isHighSurrogate(all.charAt(MOST_SHOWN - 1)) ? 1 : 0);
    return all.substring(0, end);
  }

  @TemplateExtension
  static boolean isCut(Content content) {
    return all(content).length() > MOST_SHOWN;
  }

  private static String all(Content content) {
    return Objects.toString(content.text(), Objects.toString(content.base64(), ""));
  }

  private ContentText() {}
}
