package io.caseclock.notify.console.overview;

import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.overview.CountOpenWork;
import io.caseclock.notify.overview.OpenWork;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What waits for people, and the pages that show it.
 *
 * @param notices notices that nobody has signed for
 * @param today call-backs that are due today and not late yet
 * @param late call-backs that are late
 */
record Waiting(OpenWork work, String notices, String today, String late) {

  static Waiting ofUnit(CountOpenWork counting, String unit, Instant now) {
    return of(counting.of(unit, now), "unit=" + Links.segment(unit), counting, now);
  }

  static Waiting ofOfficer(CountOpenWork counting, String unit, String officer, Instant now) {
    var whose = "officer=" + Links.segment(officer);
    return of(counting.ofOfficer(unit, officer, now), whose, counting, now);
  }

  private static Waiting of(OpenWork work, String whose, CountOpenWork counting, Instant now) {
    var kinds =
        counting.callBacks().stream()
            .map(kind -> "&kind=" + Links.segment(kind))
            .collect(Collectors.joining());
    return new Waiting(
        work,
        "/notices?stage=unsigned&" + whose,
        "/tasks?state=open&" + whose + kinds + "&dueTo=" + counting.today(now),
        "/tasks?state=overdue&" + whose + kinds);
  }
}
