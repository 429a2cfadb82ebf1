package io.caseclock.bench.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Events as a precinct's system writes them: reports of fictional cases, each of its own. */
final class Sent {

  private final String run;
  private final Instant at;
  private final AtomicLong number = new AtomicLong();

  /**
   * @param run tells the ids of one run from those of another
   * @param at when all of it happened
   */
  Sent(String run, Instant at) {
    this.run = run;
    this.at = at;
  }

  /** The directory that the events need, as events of its own. */
  static List<String> directory(int stations, Instant at) {
    List<String> units = new ArrayList<>();
    units.add(unit("9900", "\"kind\": \"sub-bureau\"", at));
    for (var n = 0; n < stations; n++) {
      units.add(unit(station(n), "\"kind\": \"station\", \"parent\": \"9900\"", at));
    }
    return units;
  }

  static String station(int number) {
    return "99%02d".formatted(number + 1);
  }

  private static String unit(String id, String rest, Instant at) {
    return """
    {"specversion": "1.0", "id": "unit-%1$s", "source": "urn:directory:bench", \
    "type": "unit-registered", "subject": "unit/%1$s", "time": "%3$s", \
    "data": {"names": {"zh": "示例单位%1$s", "en": "Sample unit %1$s"}, %2$s}}\
    """
        .formatted(id, rest, at);
  }

  /** The next event of a station. */
  String next(String station) {
    var n = number.incrementAndGet();
    return """
    {"specversion": "1.0", "id": "%1$s-%2$d", "source": "urn:precinct:%3$s", \
    "type": "report-received", "subject": "case/A99%1$s%2$07d", "time": "%4$s", \
    "datacontenttype": "application/json", \
    "data": {"unit": "%3$s", "officer": "P990101", "facts": {"caseKind": "criminal"}}}\
    """
        .formatted(run, n, station, at);
  }

  /** The next so many events of a station as a batch. */
  String next(String station, int events) {
    List<String> batch = new ArrayList<>();
    for (var n = 0; n < events; n++) {
      batch.add(next(station));
    }
    return batch.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
