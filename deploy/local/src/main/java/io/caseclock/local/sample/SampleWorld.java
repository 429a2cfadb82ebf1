package io.caseclock.local.sample;

import io.caseclock.local.sample.story.Dice;
import io.caseclock.local.sample.story.Numbering;
import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.SampleEvent;
import io.caseclock.local.sample.story.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One fictional sub-bureau with three months of its work up to an instant. */
public final class SampleWorld {

  private static final Comparator<SampleEvent> AS_RECORDED =
      Comparator.comparing(SampleEvent::recordedAt)
          .thenComparing(SampleEvent::occurredAt)
          .thenComparing(SampleEvent::id);

  private final List<SampleEvent> directory;
  private final List<SampleEvent> cases;
  private final Tally tally;

  private SampleWorld(List<SampleEvent> directory, List<SampleEvent> cases, Tally tally) {
    this.directory = directory;
    this.cases = cases;
    this.tally = tally;
  }

  /**
   * The same instant and the same seed give the same world.
   *
   * @param now nothing happens and nothing is recorded after it; whole seconds count
   */
  public static SampleWorld generate(Instant now, long seed) {
    var until = Instant.ofEpochSecond(now.getEpochSecond());
    var roster = new Roster();
    var numbering = new Numbering();
    List<SampleEvent> events = new ArrayList<>();
    var tally = Tally.NONE;
    for (var plan : new Planner(roster, until, new Dice(seed)).plans()) {
      var story = plan.tell(roster, numbering, until);
      events.addAll(story.events());
      tally = tally.plus(story.tally());
    }
    events.sort(AS_RECORDED);
    return new SampleWorld(new DirectoryEvents(roster, until).all(), events, tally);
  }

  /**
   * CloudEvents in structured form: the directory first, from the root down, then the events of all
   * cases in the order in which they were recorded.
   */
  public Stream<Map<String, Object>> events() {
    return Stream.concat(directory.stream(), cases.stream()).map(SampleEvent::structured);
  }

  /** What the sample means to show. */
  public Tally tally() {
    return tally;
  }
}
