package io.caseclock.local.certify;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of the day that has to be refused, alone and in a batch. */
final class Lies {

  private static final String ERRORS = "errors";
  private static final String INVALID = "invalid-event";

  /** More than an event may have and less than a body, so that the event is what is refused. */
  private static final int TOO_LARGE = 258 * 1024;

  private final Sender sender;

  private Lies(Sender sender) {
    this.sender = sender;
  }

  static List<Step> of(Sender sender) {
    var lies = new Lies(sender);
    List<Step> steps = new ArrayList<>(lies.ofWho());
    steps.addAll(lies.ofContent());
    steps.addAll(lies.ofForm());
    return steps;
  }

  private List<Step> ofWho() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "lie/no-token",
            new Names("没有令牌", "No token"),
            Sender.anonymous(event("no-token")),
            Expected.refused(401, "not-signed-in"),
            ERRORS));
    steps.add(
        lie(
            "other-source",
            new Names("以别人的来源报送", "Posting as a source that is another's"),
            Sender.with(event("other-source"), "source", "urn:certify:somebody-else"),
            Expected.refused(403, "not-allowed", "/source")));
    steps.add(
        lie(
            "unknown-unit",
            new Names("单位不存在", "A unit that there is not"),
            ofUnit("unknown-unit", "CERTIFY-NOWHERE"),
            Expected.refused(422, "unknown-unit", "/data/unit")));
    sender
        .otherUnit()
        .map(
            unit ->
                lie(
                    "other-unit",
                    new Names("替别的单位报送", "Posting for a unit that is another's"),
                    ofUnit("other-unit", unit),
                    Expected.refused(403, "not-allowed", "/data/unit")))
        .ifPresent(steps::add);
    return steps;
  }

  private List<Step> ofContent() {
    var ahead = sender.now().plus(Duration.ofDays(1)).toString();
    return List.of(
        lie(
            "unknown-type",
            new Names("事件类型不存在", "A type that no pack knows"),
            Sender.with(event("unknown-type"), "type", "certify-no-such-type"),
            Expected.refused(422, "unknown-event-type", "/type")),
        lie(
            "unknown-attribute",
            new Names("不存在的属性", "An attribute that is not read"),
            Sender.with(event("unknown-attribute"), "priority", "high"),
            Expected.refused(400, INVALID, "/priority")),
        lie(
            "bad-time",
            new Names("时间没有时区", "A time without an offset"),
            Sender.with(event("bad-time"), "time", "2026-01-05 10:00"),
            Expected.refused(400, INVALID, "/time")),
        lie(
            "future-time",
            new Names("时间在将来", "A time in the future"),
            Sender.with(event("future-time"), "time", ahead),
            Expected.refused(422, "time-in-future", "/time")),
        lie(
            "unknown-fact",
            new Names("不存在的事实", "A fact that no pack knows"),
            sender.event(
                "LIE",
                "unknown-fact",
                "facts-stated",
                sender.now(),
                Map.of("facts", Map.of("certifyNoSuchFact", true))),
            Expected.refused(400, INVALID, "/data/facts/certifyNoSuchFact")));
  }

  private List<Step> ofForm() {
    var large =
        sender.event(
            "LIE", "too-large", "case-filed", sender.now(), Map.of("note", "x".repeat(TOO_LARGE)));
    var good = sender.filed("BATCH", "filed", sender.ago(Duration.ofHours(1)));
    var bad = Sender.with(event("in-batch"), "time", "yesterday");
    return List.of(
        lie(
            "too-large",
            new Names("事件超过大小限制", "An event above the size that is allowed"),
            large,
            Expected.refused(413, "too-large")),
        new Step(
            "lie/broken-json",
            new Names("不是完整的 JSON", "Half of a JSON document"),
            Sender.broken(event("broken-json")),
            Expected.refused(400, "malformed-request"),
            ERRORS),
        new Step(
            "lie/content-type",
            new Names("内容类型不对", "A wrong content type"),
            Sender.mislabelled(event("content-type")),
            Expected.refused(415, "unsupported-media-type"),
            ERRORS),
        new Step(
            "batch/one-bad",
            new Names("一批中的坏事件不影响好事件", "A bad event in a batch costs the good one nothing"),
            Sender.batch(List.of(good, bad)),
            Expected.batch(207, List.of("accepted", "refused")),
            "batches"));
  }

  private Map<String, Object> event(String name) {
    return sender.filed("LIE", name, sender.ago(Duration.ofHours(1)));
  }

  private Map<String, Object> ofUnit(String name, String unit) {
    return sender.event("LIE", name, "case-filed", sender.now(), Map.of("unit", unit));
  }

  private static Step lie(String name, Names why, Map<String, Object> event, Expected expected) {
    return new Step("lie/" + name, why, Sender.post(event), expected, ERRORS);
  }
}
