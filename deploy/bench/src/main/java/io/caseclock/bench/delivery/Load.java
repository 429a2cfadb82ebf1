package io.caseclock.bench.delivery;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is sent: warnings of serious deadlines, in turn to everybody who serves in one of the
 * stations. Each station has twenty people, the first of them its legal officer, who is told of
 * every warning of the station as the policy of the pack says.
 *
 * @param now the time of the service
 */
public record Load(int warnings, int people, Instant now) {

  static final String RULE = "public-security-case-handling";

  private static final String BUREAU = "9900";
  private static final int PEOPLE_OF_A_STATION = 20;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Load {
    now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  private int stations() {
    return Math.ceilDiv(people, PEOPLE_OF_A_STATION);
  }

  private static String station(int number) {
    return "99%02d".formatted(number + 1);
  }

  /** The station where a person serves. */
  public static String stationOfPerson(int person) {
    return station(stationOf(person));
  }

  private static int stationOf(int person) {
    return person / PEOPLE_OF_A_STATION;
  }

  public static String officer(int person) {
    return "P%06d".formatted(person);
  }

  /** An address that no server in the world answers for. */
  static String address(String officer) {
    return officer.toLowerCase(Locale.ROOT) + "@police.example.invalid";
  }

  public List<DirectoryEvent> directory() {
    List<DirectoryEvent> directory = new ArrayList<>();
    directory.add(
        new UnitRegistered(BUREAU, null, new Names("示例分局", "Sample Sub-bureau"), "sub-bureau"));
    for (var station = 0; station < stations(); station++) {
      var name = new Names("示例派出所" + station, "Sample station " + station);
      directory.add(new UnitRegistered(station(station), BUREAU, name, "station"));
    }
    for (var person = 0; person < people; person++) {
      directory.add(post(person));
    }
    return directory;
  }

  private OfficerAssigned post(int person) {
    var id = officer(person);
    var role = person % PEOPLE_OF_A_STATION == 0 ? "legal-officer" : "officer";
    return new OfficerAssigned(
        id,
        "示例" + id,
        stationOfPerson(person),
        Set.of(role),
        Map.of("email", address(id)),
        now.minus(Duration.ofDays(30)));
  }

  DeadlineAlarm warning(int number) {
    var id = "load-%07d".formatted(number);
    var due = now.plus(Duration.ofDays(3));
    var person = number % people;
    var caseId = "A99%011d".formatted(number);
    var snapshot =
        new DeadlineSnapshot(
            id,
            caseId,
            Subject.ofCase(caseId),
            RULE,
            "2026",
            new Names("治安案件办案期限", "Handling period of a public-security case"),
            "case",
            stationOfPerson(person),
            officer(person),
            true,
            "serious",
            "case-closing",
            "notice",
            DeadlineStatus.RUNNING,
            now.minus(Duration.ofDays(27)),
            due,
            due.atZone(ZONE).toLocalDate(),
            ZONE,
            false,
            1,
            "urn:precinct:" + stationOfPerson(person),
            List.of("治安管理处罚法 第一百一十八条"),
            List.of());
    return new DeadlineAlarm(message(number), "before-P3D", snapshot, now, Duration.ZERO);
  }

  private static String message(int number) {
    return "load-%07d:1:before-P3D".formatted(number);
  }

  /** Who has to be told of a warning by either channel, written {@code message officer}. */
  List<String> told(int number) {
    var person = number % people;
    var legalOfficer = person - person % PEOPLE_OF_A_STATION;
    var responsible = message(number) + " " + officer(person);
    return person == legalOfficer
        ? List.of(responsible)
        : List.of(responsible, message(number) + " " + officer(legalOfficer));
  }
}
