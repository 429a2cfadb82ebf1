package io.caseclock.notify.console.frame;

import io.caseclock.contract.StraightText;
import java.util.regex.Pattern;

/**
 * A page in which nothing turns the text around it. What turns text is refused at every door, but a
 * form that was refused says back what was sent, also in headings, choices and messages: there such
 * a mark stands as {@code [U+202E]}. The value of a field alone stays as it was sent, for whoever
 * typed it to mend; a field turns nothing outside of it.
 */
final class StraightPage {

  /** Quotation marks and brackets of values are escaped, so that neither ends within one. */
  private static final Pattern FIELD =
      Pattern.compile("\\svalue=\"[^\"]*+\"|(?<=<textarea)[^>]*+>[^<]*+(?=</textarea>)");

  static String of(String html) {
    if (StraightText.named(html).length() == html.length()) {
      return html;
    }
    var page = new StringBuilder(html.length());
    var done = 0;
    for (var field = FIELD.matcher(html); field.find(); done = field.end()) {
      page.append(StraightText.named(html.substring(done, field.start()))).append(field.group());
    }
    return page.append(StraightText.named(html.substring(done))).toString();
  }

  private StraightPage() {}
}
