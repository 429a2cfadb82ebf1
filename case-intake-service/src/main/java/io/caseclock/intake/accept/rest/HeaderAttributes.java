package io.caseclock.intake.accept.rest;

import io.caseclock.attribute.Reading;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The context attributes of an event in binary mode, which stand in its headers. */
final class HeaderAttributes {

  private static final String PREFIX = "ce-";
  private static final String CONTENT_TYPE = "content-type";
  private static final String DATA_CONTENT_TYPE = "datacontenttype";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  private HeaderAttributes() {}

  /** By name; a {@link ProblemException} that names every header which cannot be read. */
  static Map<String, Object> read(Map<String, List<String>> headers) {
    Map<String, List<String>> byName = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            byName
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .addAll(values));
    Map<String, Object> attributes = new LinkedHashMap<>();
    List<Violation> faults = new ArrayList<>();
    byName.forEach(
        (header, values) -> {
          if (header.startsWith(PREFIX)) {
            take(header.substring(PREFIX.length()), values, attributes, faults);
          } else if (header.equals(CONTENT_TYPE)) {
            attributes.put(DATA_CONTENT_TYPE, values.getFirst());
          }
        });
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "A header of the event cannot be read; see violations.",
              faults));
    }
    return attributes;
  }

  private static void take(
      String name, List<String> values, Map<String, Object> attributes, List<Violation> faults) {
    if (!NAME.matcher(name).matches()) {
      faults.add(fault(name, "is no attribute's name: lower-case letters and digits"));
    } else if (name.equals(DATA_CONTENT_TYPE)) {
      faults.add(fault(name, "stands in the header Content-Type in binary mode"));
    } else if (values.size() != 1) {
      faults.add(fault(name, "stands " + values.size() + " times; once is right"));
    } else {
      switch (HeaderText.read(values.getFirst())) {
        case Reading.Sound<String>(var text) -> attributes.put(name, text);
        case Reading.Refused<String>(var reason) -> faults.add(fault(name, reason));
      }
    }
  }

  private static Violation fault(String name, String message) {
    return new Violation(Pointer.to(name), message);
  }
}
