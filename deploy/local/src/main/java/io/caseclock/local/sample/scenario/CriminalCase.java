package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A criminal case from the report to the procuratorate's decision. */
public final class CriminalCase implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    var kind = dice.share();
    if (kind < 0.1) {
      review(story, 7, Map.of("caseKind", "criminal", "filingReview", "leads-to-verify"));
    } else if (kind < 0.18) {
      review(story, 7, Map.of("caseKind", "criminal", "economicCrime", true));
    } else if (kind < 0.22) {
      passedOn(story);
    } else {
      review(story, 3, Map.of("caseKind", "criminal"));
    }
  }

  private static void passedOn(Story story) {
    var approved =
        story.tell(
            "transfer-approved", story.theCase(), story.opensAt(), Map.of("caseKind", "criminal"));
    var transferred = story.within(hours(24), approved, "case-transferred", story.theCase());
    story.within(days(3), transferred, "reporter-notified", story.theCase());
  }

  private static void review(Story story, int limit, Map<String, Object> facts) {
    var theCase = story.theCase();
    var accepted = Reports.accepted(story, facts, 0.4);
    var decided =
        story.within(days(limit), story.opensAt(), accepted, "filing-decided", theCase, Map.of());
    if (story.dice().chance(0.06)) {
      refused(story, decided);
      return;
    }
    var filed = story.tell("case-filed", theCase, decided.plusSeconds(60));
    if (story.dice().chance(0.35)) {
      Belongings.criminal(story, filed);
    }
    if (story.dice().chance(0.72)) {
      investigated(story, filed);
    } else if (story.dice().chance(0.4)) {
      withdrawn(story, filed);
    }
  }

  private static void refused(Story story, Instant decided) {
    var theCase = story.theCase();
    var refused = story.tell("filing-refused", theCase, decided.plusSeconds(60));
    var served = story.within(days(3), refused, "no-filing-notice-served", theCase);
    var applied = story.surely(days(7), served, "no-filing-reconsideration-applied", theCase);
    story.within(days(30), applied, "no-filing-reconsideration-decided", theCase);
  }

  private static void withdrawn(Story story, Instant filed) {
    var withdrawnAt = filed.plus(story.dice().days(20, 55));
    var withdrawn = story.tellInOffice("case-withdrawn", story.theCase(), withdrawnAt);
    story.within(days(3), withdrawn, "parties-notified", story.theCase());
  }

  private static void investigated(Story story, Instant filed) {
    var dice = story.dice();
    List<Custody> people = new ArrayList<>();
    for (var left = dice.chance(0.3) ? 2 : 1; left > 0; left--) {
      people.add(Custody.of(story, filed.plus(dice.hours(6, 150))));
    }
    var measured = filed;
    var arrested = story.never();
    for (var person : people) {
      measured = Story.latest(measured, person.measuredAt());
      arrested = person.arrestedAt().isBefore(arrested) ? person.arrestedAt() : arrested;
    }
    prosecute(story, concluded(story, measured, arrested), people);
  }

  /** The custody of whoever was arrested first sets the pace; without one, nothing hurries. */
  private static Instant concluded(Story story, Instant measured, Instant arrested) {
    var dice = story.dice();
    if (arrested.equals(story.never())) {
      var at = measured.plus(dice.days(15, 60));
      return story.tellInOffice("investigation-concluded", story.theCase(), at);
    }
    return story.within(
        days(56).grave(),
        arrested,
        measured.plus(Duration.ofDays(3)),
        "investigation-concluded",
        story.theCase(),
        Map.of());
  }

  private static void prosecute(Story story, Instant concluded, List<Custody> people) {
    var dice = story.dice();
    var theCase = story.theCase();
    var handedOver = CaseFiles.assembled(story, concluded);
    var transferredAt = concluded.plus(dice.hours(1, 60));
    var transferred = story.tellInOffice("transferred-for-prosecution", theCase, transferredAt);
    for (var person : people) {
      person.afterTransfer(story, transferred);
    }
    var decided = dice.chance(0.08) ? returned(story, transferred) : decision(story, transferred);
    var closed = story.tellInOffice("case-closed", theCase, decided.plus(dice.hours(5, 90)));
    var archivedAt = Story.latest(closed, handedOver).plus(dice.days(5, 30));
    story.tellInOffice("casefile-archived", story.caseFile(), archivedAt);
  }

  private static Instant decision(Story story, Instant since) {
    return story.surely(days(26), since, "prosecution-decided", story.theCase());
  }

  private static Instant returned(Story story, Instant transferred) {
    var returnedAt = transferred.plus(story.dice().days(8, 18));
    var returned = story.tellInOffice("case-returned", story.theCase(), returnedAt);
    return decision(story, story.within(days(28), returned, "case-resubmitted", story.theCase()));
  }
}
