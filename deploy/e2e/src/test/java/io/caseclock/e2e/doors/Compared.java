package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.Asked.Answered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of answers that were held against the descriptions. */
final class Compared {

  private final Descriptions descriptions;
  private final Set<String> operations = new TreeSet<>();
  private final Set<String> faults = new TreeSet<>();
  private final Map<String, String> refused = new TreeMap<>();
  private int answers;

  Compared(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  void add(Answered answered) {
    var operation = answered.asked().operation();
    var reply = answered.reply();
    if (reply.status() < 200 || reply.status() >= 300 || !Descriptions.isJson(reply)) {
      refused.put(operation.name(), reply.toString());
      return;
    }
    answers++;
    operations.add(operation.name());
    descriptions.faults(operation, reply).stream()
        .map(fault -> operation + fault.replaceAll("/\\d+", "/-")) // one for all of a list
        .forEach(faults::add);
  }

  int answers() {
    return answers;
  }

  /** Each way in which an answer differs. */
  Set<String> faults() {
    return faults;
  }

  /** Those of which no answer was held against anything, with what came last. */
  Map<String, String> left(List<Operation> all) {
    Map<String, String> left = new TreeMap<>();
    for (var operation : all) {
      if (!operations.contains(operation.name())) {
        left.put(operation.name(), refused.getOrDefault(operation.name(), "not asked"));
      }
    }
    return left;
  }
}
