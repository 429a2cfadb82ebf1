package io.caseclock.intake.accept;

import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the attributes that say how an event is written, and that there is none beside those that
 * CaseClock knows: what would not be read must not seem to be taken.
 */
final class AttributeCheck {

  private static final Set<String> KNOWN =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "recordedtime",
          "historyuntil",
          "traceparent",
          "tracestate");

  private static final String BASE64 = "data_base64";
  private static final Pattern JSON =
      Pattern.compile(
          "(?i)application/([\\w.-]+\\+)?json[ \\t]*(;[ \\t]*charset=\"?utf-8\"?[ \\t]*)?");
  private static final Pattern TRACE_PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-[ -~]*)?");
  private static final Pattern TRACE_STATE = Pattern.compile("[ -~]{0,512}");

  private AttributeCheck() {}

  static void check(Submission submission, Faults faults) {
    if (!"1.0".equals(submission.attributes().get("specversion"))) {
      faults.invalid("/specversion", "must be \"1.0\"");
    }
    for (var name : submission.attributes().keySet()) {
      checkKnown(name, faults);
    }
    match(submission, "datacontenttype", JSON, "must be application/json in UTF-8", faults);
    match(submission, "traceparent", TRACE_PARENT, "must be as W3C Trace Context says", faults);
    match(submission, "tracestate", TRACE_STATE, "must be as W3C Trace Context says", faults);
    checkSchema(submission, faults);
  }

  private static void checkKnown(String name, Faults faults) {
    if (name.equals(BASE64)) {
      faults.invalid("/" + BASE64, "is not taken; send data as JSON");
    } else if (!KNOWN.contains(name)) {
      faults.invalid(
          StorableCheck.pointer(name),
          "is none of the attributes that are taken: " + String.join(", ", new TreeSet<>(KNOWN)));
    }
  }

  private static void match(
      Submission submission, String attribute, Pattern form, String message, Faults faults) {
    var value = submission.attributes().get(attribute);
    if (value != null && !(value instanceof String text && form.matcher(text).matches())) {
      faults.invalid("/" + attribute, message);
    }
  }

  private static void checkSchema(Submission submission, Faults faults) {
    var value = submission.attributes().get("dataschema");
    if (value != null
        && !(value instanceof String text && SourceUri.read(text) instanceof Reading.Sound)) {
      faults.invalid("/dataschema", "must be a URI");
    }
  }
}
