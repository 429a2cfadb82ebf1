package io.caseclock.local.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The precinct system that is played, and how its cases and events are named.
 *
 * @param run part of every id, so that a certification can be repeated
 * @param now the time of the installation, to the second
 * @param otherUnit a unit that the token may not post for
 */
public record Sender(
    String unit, String source, String run, Instant now, Optional<String> otherUnit) {

  static final String WITHDRAWN = "event-withdrawn";

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCE = "source";
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  public Sender {
    now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A name for a run that no other run has. */
  public static String newRun() {
    return newRun(new SecureRandom());
  }

  static String newRun(RandomGenerator random) {
    return random
        .ints(10, 0, SIGNS.length())
        .mapToObj(index -> SIGNS.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  String caseId(String name) {
    return "CERTIFY-" + run + "-" + name;
  }

  Instant ago(Duration duration) {
    return now.minus(duration);
  }

  /** An event of a case; its data names the unit, and what is given. */
  Map<String, Object> event(
      String caseName, String name, String type, Instant at, Map<String, Object> data) {
    Map<String, Object> full = new LinkedHashMap<>();
    full.put("unit", unit);
    full.putAll(data);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", caseId(caseName) + "-" + name);
    event.put(SOURCE, source);
    event.put("type", type);
    event.put("subject", "case/" + caseId(caseName));
    event.put("time", at.toString());
    event.put("data", full);
    return event;
  }

  /** A case of public security is filed. */
  Map<String, Object> filed(String caseName, String name, Instant at) {
    var facts = Map.of("caseKind", "public-security");
    return event(caseName, name, "case-filed", at, Map.of("facts", facts));
  }

  /** An earlier event is taken back, as its own source; the same one always by the same event. */
  Map<String, Object> withdrawal(Map<String, Object> of) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("unit", unit);
    data.put("source", of.getOrDefault(SOURCE, source));
    data.put("id", String.valueOf(of.get("id")));
    data.put("reason", "认证演练撤回 (certification)");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", of.get("id") + "-taken-back");
    event.put(SOURCE, of.getOrDefault(SOURCE, source));
    event.put("type", WITHDRAWN);
    event.put("subject", String.valueOf(of.get("subject")));
    event.put("time", now.toString());
    event.put("data", data);
    return event;
  }

  /** Where intake tells when an event was accepted. */
  String receipt(Map<String, Object> of) {
    return lookup("/api/v1/receipts", of);
  }

  /** Where the monitor tells what followed of an event. */
  String effects(Map<String, Object> of) {
    return lookup("/api/v1/effects", of);
  }

  private String lookup(String path, Map<String, Object> of) {
    return "%s?source=%s&id=%s"
        .formatted(path, encoded(source), encoded(String.valueOf(of.get("id"))));
  }

  /** Where the monitor tells the deadlines of a case. */
  static String deadlines(String caseId) {
    return "/api/v1/cases/" + encoded(caseId).replace("+", "%20") + "/deadlines";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The event with one attribute changed. */
  static Map<String, Object> with(Map<String, Object> event, String attribute, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(event);
    changed.put(attribute, value);
    return changed;
  }

  static Sent.Post post(Map<String, Object> event) {
    return new Sent.Post(STRUCTURED, Map.of(), json(event), true, List.of(event));
  }

  static Sent.Post anonymous(Map<String, Object> event) {
    return new Sent.Post(STRUCTURED, Map.of(), json(event), false, List.of(event));
  }

  static Sent.Post batch(List<Map<String, Object>> events) {
    return new Sent.Post(BATCH, Map.of(), json(events), true, events);
  }

  /** The event with a content type that it does not have. */
  static Sent.Post mislabelled(Map<String, Object> event) {
    return new Sent.Post("text/plain", Map.of(), json(event), true, List.of(event));
  }

  /** The first half of the event. */
  static Sent.Post broken(Map<String, Object> event) {
    var whole = json(event);
    var half = Arrays.copyOf(whole, whole.length / 2);
    return new Sent.Post(STRUCTURED, Map.of(), half, true, List.of(event));
  }

  /** The event in binary mode: attributes as headers, the data as the body. */
  static Sent.Post binary(Map<String, Object> event) {
    Map<String, String> headers = new LinkedHashMap<>();
    event.forEach(
        (name, value) -> {
          if (!name.equals("data")) {
            headers.put("ce-" + name, value.toString());
          }
        });
    var data = event.getOrDefault("data", Map.of());
    return new Sent.Post("application/json", headers, json(data), true, List.of(event));
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }
}
