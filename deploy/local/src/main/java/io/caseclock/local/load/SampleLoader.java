package io.caseclock.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caseclock.local.StackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the sample through intake, the directory first, since the rest leans on it. */
public final class SampleLoader {

  private static final Set<String> DIRECTORY =
      Set.of("unit-registered", "officer-assigned", "officer-away");
  private static final int IN_FLIGHT = 3;

  private final Sample sample;

  public SampleLoader(Sample sample) {
    this.sample = sample;
  }

  /** Returns the loader of the sample on the class path, if there is one. */
  public static Optional<SampleLoader> find() {
    return ServiceLoader.load(Sample.class).findFirst().map(SampleLoader::new);
  }

  /**
   * Loads all of it; a sample with a rejected event is a defect, and fails.
   *
   * @param administrator posts the directory
   * @param precincts posts the histories
   */
  public LoadTotals load(IntakeClient administrator, IntakeClient precincts, Instant now) {
    List<EventRow> directory = new ArrayList<>();
    List<EventRow> histories = new ArrayList<>();
    var line = new AtomicLong();
    try (var events = sample.events(now)) {
      events
          .map(event -> row(line.incrementAndGet(), event))
          .forEach(row -> (isDirectory(row) ? directory : histories).add(row));
    }
    var first = send(administrator, 1, directory);
    var rest = send(precincts, IN_FLIGHT, histories);
    return new LoadTotals(
        first.kept() + rest.kept(),
        first.knownBefore() + rest.knownBefore(),
        first.rejected() + rest.rejected());
  }

  private static LoadTotals send(IntakeClient intake, int inFlight, List<EventRow> rows) {
    var rejections = new ConcurrentLinkedQueue<Rejection>();
    var load = new EventLoad(intake, inFlight, rejections::add, done -> {});
    var totals = load.send(rows.iterator());
    var rejected = rejections.peek();
    if (rejected != null) {
      throw new StackException(
          "Intake rejected %d events of the sample; the first: %s %s"
              .formatted(totals.rejected(), rejected.id(), rejected.reason()));
    }
    return totals;
  }

  private static EventRow.Readable row(long line, Map<String, Object> event) {
    return new EventRow.Readable(line, EventFile.JSON.convertValue(event, ObjectNode.class));
  }

  private static boolean isDirectory(EventRow.Readable row) {
    return DIRECTORY.contains(row.event().path("type").asText());
  }
}
