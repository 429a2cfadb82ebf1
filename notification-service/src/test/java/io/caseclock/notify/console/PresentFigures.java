package io.caseclock.notify.console;

/** What the monitor tells of the bureau D01 and its two stations; its people and cases are none. */
final class PresentFigures {

  static final String PATH = "/api/v1/present";

  private static final String MONTH =
      """
      {"from":"2026-11-01","to":"2026-11-26","due":%d,"breached":%d,
       "rate":{"met":%d,"of":%d,"percent":%s}}
      """;

  /** One station is late, the other is not. */
  static String bureau() {
    return """
    {"unit":"D01","asOf":"2026-11-26T02:00:00Z","since":"2026-11-24T16:00:00Z",
     "today":"2026-11-26","weekEndsOn":"2026-11-29","zone":"Asia/Shanghai",
     "all":%s,"below":[%s,%s],
     "atZero":{"count":1,"of":2,"units":[{"unit":"D0103","names":{"zh":"示例二所","en":"Example Station Two"}}]}}
    """
        .formatted(standing("D01", 7), standing("D0102", 7), standing("D0103", 0));
  }

  static String officer(String officer) {
    return """
    {"unit":"D0102","officer":"%s","asOf":"2026-11-26T02:00:00Z","since":"2026-11-24T16:00:00Z",
     "today":"2026-11-26","weekEndsOn":"2026-11-29","zone":"Asia/Shanghai","figures":%s}
    """
        .formatted(officer, figures("unit=D0102&officer=" + officer, 3));
  }

  static String safeDays() {
    return """
    {"unit":"D01","asOf":"2026-11-26","safeDays":{"days":41,"lastBreachOn":"2026-10-16","longest":88,
     "longestFrom":"2026-01-01","longestEndedOn":null,"endedBy":null}}
    """;
  }

  static String months() {
    return """
    {"unit":"D01","from":"2026-01-01","to":"2026-11-26","by":"month","view":"now","groups":[
     {"key":"2026-10-01","names":null,"counts":{"due":120,"breached":9},"rank":null},
     {"key":"2026-11-01","names":null,"counts":{"due":95,"breached":4},"rank":null}],"next":null}
    """;
  }

  private static String standing(String unit, int overdue) {
    return """
    {"unit":"%s","names":{"zh":"示例","en":"Example"},"figures":%s,"thisMonth":%s,"lastMonth":%s}
    """
        .formatted(
            unit,
            figures("unit=" + unit, overdue),
            MONTH.formatted(95, overdue, 90, 94, "95.7"),
            MONTH.formatted(80, 5, 0, 0, "null"));
  }

  private static String figures(String whose, int overdue) {
    return """
    {"overdue":%s,"today":%s,"tomorrow":%s,"thisWeek":%s,"highRisk":%s,"mediumRisk":%s,
     "opened":%s,"breached":%s,"met":%s,"metLate":%s}
    """
        .formatted(
            figure(whose, overdue, "status=breached"),
            figure(whose, 2, "status=running&due=today"),
            figure(whose, 4, "status=running&due=tomorrow"),
            figure(whose, 9, "status=running&due=this-week"),
            figure(whose, 1, "risk=high"),
            figure(whose, 6, "risk=medium"),
            figure(whose, 11, "changed=opened"),
            figure(whose, 0, "changed=breached"),
            figure(whose, 8, "changed=met"),
            figure(whose, 5, "changed=met-late"));
  }

  private static String figure(String whose, int count, String filter) {
    return "{\"count\":" + count + ",\"deadlines\":\"" + whose + "&" + filter + "\"}";
  }

  private PresentFigures() {}
}
