package io.caseclock.bench.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Events as a precinct's system writes them: reports of fictional cases, each of its own. */
final class Sent {

  static final String STATION = "9901";

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
  static List<String> directory(Instant at) {
    return List.of(
        unit("9900", "\"kind\": \"sub-bureau\"", at),
        unit(STATION, "\"kind\": \"station\", \"parent\": \"9900\"", at));
  }

  private static String unit(String id, String rest, Instant at) {
    return """
    {"specversion": "1.0", "id": "unit-%1$s", "source": "urn:directory:bench", \
    "type": "unit-registered", "subject": "unit/%1$s", "time": "%3$s", \
    "data": {"names": {"zh": "示例单位%1$s", "en": "Sample unit %1$s"}, %2$s}}\
    """
        .formatted(id, rest, at);
  }

  /** The next event. */
  String next() {
    var n = number.incrementAndGet();
    return """
    {"specversion": "1.0", "id": "%1$s-%2$d", "source": "urn:precinct:%3$s", \
    "type": "report-received", "subject": "case/A99%1$s%2$07d", "time": "%4$s", \
    "datacontenttype": "application/json", \
    "data": {"unit": "%3$s", "officer": "P990101", "facts": {"caseKind": "criminal"}}}\
    """
        .formatted(run, n, STATION, at);
  }

  /** The next so many events as a batch. */
  String next(int events) {
    List<String> batch = new ArrayList<>();
    for (var n = 0; n < events; n++) {
      batch.add(next());
    }
    return batch.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
