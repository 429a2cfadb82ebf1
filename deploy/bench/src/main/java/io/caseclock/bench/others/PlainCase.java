package io.caseclock.bench.others;

import io.caseclock.monitor.timeline.Timeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A case as it is put to the other engines.
 *
 * @param all what happened and what was stated of facts, one after the other
 */
public record PlainCase(List<Object> all) {

  public PlainCase {
    all = List.copyOf(all);
  }

  /** What stands in the timeline. */
  public static PlainCase of(Timeline timeline, ZoneId zone) {
    List<Object> all = new ArrayList<>();
    for (var event : timeline.events()) {
      all.add(Happened.of(event, zone));
    }
    all.addAll(Stated.in(timeline.events()));
    return new PlainCase(all);
  }
}
