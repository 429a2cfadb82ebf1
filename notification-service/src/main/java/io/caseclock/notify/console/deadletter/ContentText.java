package io.caseclock.notify.console.deadletter;

import io.caseclock.attribute.Identifier;
import io.caseclock.consume.rest.DeadLetterView;
import io.caseclock.consume.rest.DeadLetterView.Content;
import io.caseclock.consume.rest.DeadLetterView.HeaderView;
import io.caseclock.contract.StraightText;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;

/**
 * What came in a record as a page shows it: as text, or in base64, not without end, and with what
 * turns or hides the text around it by its name.
 */
final class ContentText {

  private static final int MOST_SHOWN = 8_000;
  private static final int BRIEF = 200;

  @TemplateExtension
  static String shown(Content content) {
    return StraightText.named(beginning(all(content), MOST_SHOWN));
  }

  /** Enough to know it again; with a mark where more was left out. */
  @TemplateExtension
  static String brief(Content content) {
    return brief(all(content));
  }

  @TemplateExtension
  static String brief(HeaderView header) {
    return brief(header.name());
  }

  /** The case's number, or empty where no case is known. */
  @TemplateExtension
  static String briefCase(DeadLetterView letter) {
    return letter.caseId() == null ? "" : brief(letter.caseId());
  }

  /** Whether a case can have that number, so that its page may be asked for. */
  @TemplateExtension
  static boolean mayBeCase(DeadLetterView letter) {
    var caseId = letter.caseId();
    return caseId != null && caseId.length() <= Identifier.LONGEST && StraightText.isLine(caseId);
  }

  private static String brief(String text) {
    return StraightText.named(beginning(text, BRIEF)) + (text.length() > BRIEF ? "…" : "");
  }

  private static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, longest - (Character.isHighSurrogate(text.charAt(longest - 1)) ? 1 : 0));
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
