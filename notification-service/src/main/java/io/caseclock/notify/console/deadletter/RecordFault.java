package io.caseclock.notify.console.deadletter;

import io.caseclock.contract.StraightText;
import io.caseclock.contract.Words;
import io.quarkus.qute.TemplateExtension;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the services say of a record that they put aside. They say it in English, for the log and
 * for other tools; a page says it in the language of its reader. Whatever else is said, as by a
 * library, is shown as it came.
 */
enum RecordFault {
  NO_VALUE("the record has no value"),
  NO_KEY("the record has no key"),
  EMPTY_KEY("the key is empty"),
  OTHER_KEY("the key is not that of the data"),
  OTHER_TYPE("ce_type is not that of the data"),
  OTHER_ID("the id is not that of the data"),
  NO_DATA("the data is null"),
  NOTHING_THERE("the data has nothing at '(.*?)'"),
  LONG_KEY("the key is longer than \\d+ characters"),
  LONG_HEADER("the header (.*) is longer than \\d+ characters"),
  LONG_NAME("the data at '(.*?)' is longer than \\d+ characters"),
  UNREADABLE("the data cannot be read at '(.*?)': (.*)"),
  OTHER_VERSION("ce_specversion is not (.*)"),
  NO_WORD("ce_type is not one word"),
  NO_TIME("(ce_\\w+) is no time with an offset"),
  FAR_TIME("(ce_\\w+) lies before the year 1900 or after the year 9999"),
  TWICE("the header (.*) stands there twice"),
  MISSING("the header (.*) is missing"),
  OTHER_FORMAT("the content type is not application/json alone"),
  KEY_WITH_ZERO("the key holds U\\+0000"),
  HEADER_WITH_ZERO("(?:the header )?(.*) holds U\\+0000"),
  KEY_UNREADABLE("the key is no UTF-8"),
  HEADER_UNREADABLE("(?:the header )?(.*) is no UTF-8"),
  UNKNOWN_DIRECTORY_EVENT("no type of directory event: (.*)"),
  UNKNOWN_DEADLINE_EVENT("no type of deadline event: (.*)"),
  UNKNOWN_LEVEL("no type of case levels: (.*)"),
  UNKNOWN_NUMBERS("no type of period numbers: (.*)"),
  NO_SUBJECT("(?:not a subject:|a subject reads kind/id, not:) (.*)"),
  NO_EVENT_ID("an event needs a source and an id"),
  NO_OWNER("an event needs a type, a case and a unit: (.*)"),
  DATABASE("the database refused it \\((.*)\\); the log says more");

  private final Pattern said;

  RecordFault(String said) {
    this.said = Pattern.compile(said, Pattern.DOTALL);
  }

  /** What is said, where it is said in our words. */
  @TemplateExtension
  static Optional<Told> told(String detail) {
    var straight = StraightText.named(detail);
    for (var fault : values()) {
      var matcher = fault.said.matcher(straight);
      if (matcher.matches()) {
        var what = matcher.groupCount() > 0 ? matcher.group(1) : "";
        var more = matcher.groupCount() > 1 ? matcher.group(2) : "";
        return Optional.of(new Told(Words.of(fault), what, more));
      }
    }
    return Optional.empty();
  }

  /** What is said, without anything that turns or hides what is around it. */
  @TemplateExtension
  static String straight(String detail) {
    return StraightText.named(detail);
  }

  /**
   * A fault and what it is about.
   *
   * @param what a header, a place in the data, or the like; empty where the fault says all
   * @param more what the reader of the data expects there, or the line where it stands; or empty
   */
  record Told(String fault, String what, String more) {

    /** What is expected, where it is said in our words. */
    public Optional<Told> expectation() {
      return DataFault.told(more);
    }
  }
}
