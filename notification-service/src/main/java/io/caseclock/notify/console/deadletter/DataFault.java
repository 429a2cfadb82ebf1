package io.caseclock.notify.console.deadletter;

import io.caseclock.contract.Words;
import io.caseclock.notify.console.deadletter.RecordFault.Told;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the reader of a record's data expects where it finds something else. */
enum DataFault {
  JSON("the text must be JSON"),
  EMPTY("the text is empty; JSON is expected"),
  FOLLOWED("nothing follows the end of the value"),
  UTF_8("the text must be UTF-8"),
  MARKED("the text must not begin with a byte order mark"),
  TWICE("the member stands twice; send it once"),
  UNKNOWN("the member is not known; known are (.*)"),
  INCOMPLETE("a required member is missing or does not fit"),
  DEEP("a name is shorter and nothing is nested so deep"),
  NESTED("nothing is nested deeper than (\\d+) levels"),
  LONG("a text has at most (\\d+) characters"),
  LONG_NAME("a member's name has at most (\\d+) characters"),
  ODD_NAME("a member's name has neither U\\+0000 nor half of a surrogate pair"),
  ODD_TEXT("a text has neither U\\+0000 nor half of a surrogate pair"),
  MANY("the text has more than (\\d+) names and values"),
  LARGE("a whole number lies within 64 bits; send an identifier as a text"),
  PRECISE("a number has at most 15 significant digits and lies within the range .*"),
  LONG_NUMBER("a number has at most (\\d+) characters"),
  OUT_OF_RANGE("must be a (?:whole )?number within its range"),
  TIME("must be a time with its offset, such as (.*)"),
  DAY("must be a day, such as (.*)"),
  DURATION("must be an ISO 8601 duration, such as (.*)"),
  TEXT("must be a text"),
  TRUTH("must be true or false"),
  NUMBER("must be a number"),
  WHOLE_NUMBER("must be a whole number"),
  ARRAY("must be an array"),
  OBJECT("must be an object"),
  ONE_OF("must be one of (.*)"),
  OTHER_KIND("must be of another kind"),
  NAME_IN_BOTH("a name needs both languages: .*"),
  ABSENCE("an absence ends after it begins: .*");

  private static final Pattern LINE = Pattern.compile("(.*) \\(line (\\d+)\\)", Pattern.DOTALL);

  private final Pattern said;

  DataFault(String said) {
    this.said = Pattern.compile(said, Pattern.DOTALL);
  }

  static Optional<Told> told(String expected) {
    var place = LINE.matcher(expected);
    var isPlaced = place.matches();
    var text = isPlaced ? place.group(1) : expected;
    for (var fault : values()) {
      var matcher = fault.said.matcher(text);
      if (matcher.matches()) {
        var what = matcher.groupCount() > 0 ? matcher.group(1) : "";
        return Optional.of(new Told(Words.of(fault), what, isPlaced ? place.group(2) : ""));
      }
    }
    return Optional.empty();
  }
}
