package io.caseclock.bench.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Events as a precinct's system writes them: reports of fictional cases, each of its own. */
public final class Sent {

  private final String run;
  private final Instant at;
  private final AtomicLong number = new AtomicLong();

  /**
   * @param run tells the ids of one run from those of another
   * @param at when all of it happened
   */
  public Sent(String run, Instant at) {
    this.run = run;
    this.at = at;
  }

  /** The directory that the events need, as events of its own. */
  public static List<String> directory(int stations, Instant at) {
    List<String> units = new ArrayList<>();
    units.add(unit("9900", "\"kind\": \"sub-bureau\"", at));
    for (var n = 0; n < stations; n++) {
      units.add(unit(station(n), "\"kind\": \"station\", \"parent\": \"9900\"", at));
    }
    return units;
  }

  public static String station(int number) {
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
    return event(number.incrementAndGet(), station);
  }

  /** The event of a number; it is the only one of its case. */
  public String event(long n, String station) {
    return """
    {"specversion": "1.0", "id": "%1$s", "source": "urn:precinct:%2$s", \
    "type": "report-received", "subject": "case/%3$s", "time": "%4$s", \
    "datacontenttype": "application/json", \
    "data": {"unit": "%2$s", "officer": "P990101", "facts": {"caseKind": "criminal"}}}\
    """
        .formatted(id(n), station, caseId(n), at);
  }

  /** The id of the event of a number. */
  public String id(long n) {
    return run + "-" + n;
  }

  /** The case of the event of a number. */
  public String caseId(long n) {
    return "A99%s%07d".formatted(run, n);
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
