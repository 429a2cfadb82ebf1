package io.caseclock.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sub-bureau with two stations and a brigade that watches over them, and who serves there. */
public final class Roster {

  public static final String BUREAU = "9900";
  public static final String STATION = "9901";
  public static final String OTHER_STATION = "9902";
  public static final String LEGAL_BRIGADE = "9909";

  public static final String OFFICER = "P990101";
  public static final String UNIT_HEAD = "P990100";
  public static final String LEGAL_OFFICER = "P990001";
  public static final String SUPERVISOR = "P990002";
  public static final String BRIGADE_SUPERVISOR = "P990901";
  public static final String BUREAU_LEADER = "P990003";

  /** Officers by their role in the words of a policy. */
  public static final Map<String, String> PEOPLE =
      Map.of(
          "officer", OFFICER,
          "unit-head", UNIT_HEAD,
          "legal-officer", LEGAL_OFFICER,
          "supervisor", SUPERVISOR,
          "supervising-brigade", BRIGADE_SUPERVISOR,
          "bureau-leader", BUREAU_LEADER);

  private final Suite suite;

  private Roster(Suite suite) {
    this.suite = suite;
  }

  static void register(Suite suite) {
    var roster = new Roster(suite);
    roster.unit(BUREAU, null, "示例分局", "Sample Sub-bureau", "sub-bureau");
    roster.unit(STATION, BUREAU, "甲派出所（示例）", "Station A (sample)", "station");
    roster.unit(OTHER_STATION, BUREAU, "乙派出所（示例）", "Station B (sample)", "station");
    roster.unit(LEGAL_BRIGADE, BUREAU, "法制大队（示例）", "Legal Brigade (sample)", "brigade");
    roster.officer(OFFICER, STATION, "officer");
    roster.officer(UNIT_HEAD, STATION, "unit-head");
    roster.officer(LEGAL_OFFICER, BUREAU, "legal-officer");
    roster.officer(SUPERVISOR, BUREAU, "supervisor");
    roster.officer(BRIGADE_SUPERVISOR, LEGAL_BRIGADE, "supervisor");
    roster.officer(BUREAU_LEADER, BUREAU, "bureau-leader");
  }

  private void unit(String id, @Nullable String parent, String zh, String en, String kind) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", Map.of("zh", zh, "en", en));
    data.put("kind", kind);
    if (parent != null) {
      data.put("parent", parent);
    }
    register("unit-registered", "unit/" + id, data);
  }

  private void officer(String id, String unit, String role) {
    register(
        "officer-assigned",
        "officer/" + id,
        Map.of("name", "示例" + id, "unit", unit, "roles", List.of(role)));
  }

  private void register(String type, String subject, Map<String, Object> data) {
    var answer = suite.administer(CloudEvents.directory(type, subject, suite.now(), data));
    if (answer.status() != 202) {
      throw new AssertionError("the directory was refused: " + answer);
    }
  }
}
