package io.caseclock.local.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.StackException;
import io.caseclock.local.file.EventFile;
import io.caseclock.local.file.EventRow;
import io.caseclock.local.file.Rejection;
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
  private static final ObjectMapper JSON = new ObjectMapper();

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
      events.forEach(
          event ->
              (isDirectory(event) ? directory : histories).add(row(line.incrementAndGet(), event)));
    }
    return send(administrator, 1, directory).plus(send(precincts, IN_FLIGHT, histories));
  }

  private static LoadTotals send(IntakeClient intake, int inFlight, List<EventRow> rows) {
    var rejections = new ConcurrentLinkedQueue<Rejection>();
    var load = new EventLoad(intake, inFlight, rejections::add, done -> {});
    var outcome = load.send(rows.iterator());
    if (outcome.stop().isPresent()) {
      throw outcome.stop().get().reason();
    }
    var totals = outcome.totals();
    var rejected = rejections.peek();
    if (rejected != null) {
      throw new StackException(
          "Intake rejected %d events of the sample; the first: %s %s"
              .formatted(totals.rejected(), rejected.id(), rejected.reason().en()));
    }
    return totals;
  }

  private static EventRow.Readable row(long line, Map<String, Object> event) {
    return EventFile.made(
        line,
        JSON.valueToTree(event).toString(),
        String.valueOf(event.get("source")),
        String.valueOf(event.get("id")));
  }

  private static boolean isDirectory(Map<String, Object> event) {
    return DIRECTORY.contains(String.valueOf(event.get("type")));
  }
}
