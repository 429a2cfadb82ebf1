package io.caseclock.monitor.list;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.law.Law.InForce;
import java.time.InstantSource;

/** Freezes each list for each meeting whose time has come. */
public final class FreezeLists {

  private final Law law;
  private final ListBook book;
  private final ListMeetings meetings;
  private final InstantSource clock;

  public FreezeLists(Law law, ListBook book, ListMeetings meetings, InstantSource clock) {
    this.law = law;
    this.book = book;
    this.meetings = meetings;
    this.clock = clock;
  }

  /** Makes what is due, the oldest first; returns how many lists were frozen. */
  public int run() {
    return MeetingSchedule.of(law.packs().stream().map(InForce::pack).toList())
        .map(this::run)
        .orElse(0);
  }

  private int run(MeetingSchedule schedule) {
    var made = 0;
    for (var list : book.all()) {
      while (meetings.freezeNext(list, schedule, clock.instant())) {
        made++;
      }
    }
    return made;
  }
}
