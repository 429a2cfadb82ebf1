package io.caseclock.local.sample.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The units and the sixty officers of the fictional sub-bureau; always the same. */
public final class Roster {

  public static final String ROOT = "9900";
  public static final String LEGAL = "9910";
  public static final String CRIMINAL = "9911";
  public static final String TRAFFIC = "9912";

  private static final String OFFICER = "officer";
  private static final String LEGAL_OFFICER = "legal-officer";
  private static final String SUPERVISOR = "supervisor";
  private static final String UNIT_HEAD = "unit-head";
  private static final String BUREAU_LEADER = "bureau-leader";
  private static final String CALLBACK_OFFICER = "callback-officer";

  /** Nobody wrote down how to reach these two. */
  private static final Set<String> OUT_OF_REACH = Set.of("P990502", "P990801");

  /** Away on the day of the sample, whatever day that is. */
  private static final Leave ON_LEAVE =
      new Leave("P990402", "P990401", Duration.ofDays(2), Duration.ofDays(5));

  /** A surname for each; the given name says that nobody is meant. */
  private static final String SURNAMES =
      "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳";

  private static final List<Unit> UNITS =
      List.of(
          new Unit(ROOT, null, "示例分局", "Sample Sub-bureau", "sub-bureau", 0, Conduct.USUAL),
          new Unit(LEGAL, ROOT, "示例法制大队", "Sample Legal Brigade", "legal", 0, Conduct.USUAL),
          new Unit(
              CRIMINAL, ROOT, "示例刑侦大队", "Sample Criminal Brigade", "brigade", 1, Conduct.USUAL),
          new Unit(TRAFFIC, ROOT, "示例交管大队", "Sample Traffic Brigade", "brigade", 1, Conduct.USUAL),
          station("9901", "甲所", "Station One", 12, Conduct.USUAL),
          station("9902", "乙所", "Station Two", 9, Conduct.USUAL),
          station("9903", "丙所", "Station Three", 11, Conduct.USUAL),
          station("9904", "丁所", "Station Four", 13, Conduct.TROUBLED),
          station("9905", "戊所", "Station Five", 8, Conduct.USUAL),
          station("9906", "己所", "Station Six", 10, Conduct.USUAL),
          station("9907", "庚所", "Station Seven", 11, Conduct.TROUBLED),
          station("9908", "辛所", "Station Eight", 7, Conduct.SAFE),
          station("9909", "壬所", "Station Nine", 6, Conduct.SAFE));

  private final List<Officer> officers = new ArrayList<>();

  public Roster() {
    post(ROOT, LEGAL_OFFICER, SUPERVISOR);
    post(LEGAL, SUPERVISOR, LEGAL_OFFICER, LEGAL_OFFICER, LEGAL_OFFICER, LEGAL_OFFICER);
    post(CRIMINAL, OFFICER, OFFICER, OFFICER, OFFICER, OFFICER, OFFICER, SUPERVISOR);
    post(TRAFFIC, OFFICER, OFFICER, OFFICER, OFFICER, OFFICER, SUPERVISOR);
    for (var station : stations()) {
      post(station.id(), OFFICER, OFFICER, LEGAL_OFFICER, SUPERVISOR);
      if (station.weight() > 8 && station.conduct() != Conduct.TROUBLED) {
        post(station.id(), OFFICER);
      }
    }
  }

  private static Unit station(String id, String zh, String en, int weight, Conduct conduct) {
    return new Unit(id, ROOT, "示例" + zh, "Sample " + en, "station", weight, conduct);
  }

  private void post(String unit, String... roles) {
    for (var role : roles) {
      var number = 1 + officersOf(unit).size();
      var id = "P%s%02d".formatted(unit, number);
      var name = SURNAMES.charAt(officers.size()) + "示例";
      officers.add(new Officer(id, name, unit, roles(unit, number, role), contacts(id)));
    }
  }

  /** The supervisor of a unit that works on cases is its head; of the sub-bureau, its leader. */
  private List<String> roles(String unit, int number, String role) {
    if (role.equals(SUPERVISOR)) {
      return switch (unit) {
        case ROOT -> List.of(role, BUREAU_LEADER);
        case LEGAL -> List.of(role);
        default -> List.of(role, UNIT_HEAD);
      };
    }
    var callsBack = number == 2 && unit(unit).kind().equals("station");
    return callsBack ? List.of(role, CALLBACK_OFFICER) : List.of(role);
  }

  /** Addresses under a name that leads nowhere, and numbers that are nobody's. */
  private Map<String, String> contacts(String id) {
    return OUT_OF_REACH.contains(id)
        ? Map.of()
        : Map.of(
            "email",
            id.toLowerCase(Locale.ROOT) + "@police.example",
            "mobile",
            "1990000%04d".formatted(1 + officers.size()));
  }

  /** From the root down. */
  public List<Unit> units() {
    return UNITS;
  }

  public List<Unit> stations() {
    return UNITS.stream().filter(unit -> unit.kind().equals("station")).toList();
  }

  public Unit unit(String id) {
    return UNITS.stream().filter(unit -> unit.id().equals(id)).findFirst().orElseThrow();
  }

  public List<Officer> officers() {
    return List.copyOf(officers);
  }

  public Leave leave() {
    return ON_LEAVE;
  }

  /** A handling officer of the unit. */
  public Officer handler(Unit unit, Dice dice) {
    return dice.pick(handlers(unit.id()));
  }

  /** Another one of the same unit. */
  public Officer colleague(Officer officer, Dice dice) {
    return dice.pick(
        handlers(officer.unit()).stream().filter(other -> !other.equals(officer)).toList());
  }

  private List<Officer> handlers(String unit) {
    return officersOf(unit).stream().filter(one -> one.roles().contains(OFFICER)).toList();
  }

  private List<Officer> officersOf(String unit) {
    return officers.stream().filter(officer -> officer.unit().equals(unit)).toList();
  }
}
