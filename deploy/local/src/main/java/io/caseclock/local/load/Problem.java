package io.caseclock.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.file.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A problem report (RFC 9457) in one line, in both languages. */
final class Problem {

  private static final String TYPE = "urn:caseclock:problem:";
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("malformed-request", "内容无法读取"),
          Map.entry("invalid-event", "事件内容不符合要求"),
          Map.entry("not-allowed", "无权提交"),
          Map.entry("conflicting-event", "同一编号已有内容不同的事件"),
          Map.entry("too-large", "超过允许的大小"),
          Map.entry("unknown-event-type", "没有这种事件类型"),
          Map.entry("unknown-unit", "单位不在单位目录中"),
          Map.entry("time-in-future", "时间在将来"),
          Map.entry("rule-refuses", "按规则不予接收"),
          Map.entry("internal-error", "接收服务出错"));

  private Problem() {}

  static RejectionReason reason(JsonNode problem) {
    List<String> english = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (var violation : problem.path("violations")) {
      var pointer = violation.path("pointer").asText("");
      var message = violation.path("message").asText(violation.path("detail").asText(""));
      add(english, (pointer + " " + message).strip());
      add(faults, (pointer + " " + ChineseFault.of(message)).strip());
    }
    return new RejectionReason(chinese(problem, faults), english(problem, english));
  }

  /** What is to be done about violations is said by them. */
  private static String english(JsonNode problem, List<String> faults) {
    List<String> parts = new ArrayList<>();
    add(parts, problem.path("title").asText(""));
    add(parts, faults.isEmpty() ? problem.path("detail").asText("") : String.join("; ", faults));
    return parts.isEmpty() ? "no reason given" : String.join(": ", parts);
  }

  private static String chinese(JsonNode problem, List<String> faults) {
    var type = problem.path("type").asText("");
    var slug = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
    var what = CHINESE.getOrDefault(slug, "接收服务未接收");
    return faults.isEmpty() ? what : what + "：" + String.join("；", faults);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part);
    }
  }
}
