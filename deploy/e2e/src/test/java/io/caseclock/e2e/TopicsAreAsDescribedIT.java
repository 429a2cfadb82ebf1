package io.caseclock.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import io.caseclock.e2e.AsyncApi.Channel;
import io.caseclock.e2e.AsyncApi.Message;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each record that the running services have written is as {@code docs/asyncapi.yaml} says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class TopicsAreAsDescribedIT {

  private static final String CASE = "A9901000000000951";
  private static final String RESTRICTED = "A9901000000000952";
  private static final String OFFICER = "P990195";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** By the sentence of the description. */
  private static final Map<String, Key> KEYS =
      Map.of(
          "The key is the case id.", TopicsAreAsDescribedIT::caseId,
          "The key is the case's id.", TopicsAreAsDescribedIT::caseId,
          "The key is the unit's id.", data -> "" + data.get("unit"),
          "The key is unit/ID, officer/ID/SINCE or officer/ID/away/ABSENCE.",
              TopicsAreAsDescribedIT::entry);

  private final Map<String, Schema> schemas = new HashMap<>();
  private Suite suite;
  private List<Channel> channels;

  /** What the key of a record is, as its data says. */
  private interface Key {
    String of(Map<String, Object> data);
  }

  @BeforeAll
  void aCaseWithAllThatMayHappen(Suite shared) throws IOException {
    suite = shared;
    channels = AsyncApi.of(Suite.repository().resolve("docs/asyncapi.yaml")).channels();
    restrictACase();
    assignAnOfficerWhoIsAway();
    fileTwice();
    answerItsTask();
    suite.fastForward(Duration.ofDays(45));
    suite.until(() -> suite.notices(CASE), notices -> !notices.isEmpty());
    planItsDeadline();
  }

  @Test
  void each_topic_is_a_channel_and_each_channel_a_topic() {
    assertThat(WholeTopic.names(suite))
        .isEqualTo(channels.stream().map(Channel::address).collect(Collectors.toSet()));
  }

  @Test
  void each_message_of_each_channel_is_there_and_each_record_is_as_one_of_them_says() {
    suite.until(this::missing, Set::isEmpty);

    Map<String, Integer> counts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (var channel : channels) {
      var records = WholeTopic.of(suite, channel.address());
      counts.put(channel.address(), records.size());
      records.forEach(record -> faults.addAll(faults(channel, record)));
    }

    assertThat(faults).isEmpty();
    System.out.printf(
        "Topics: %d, with %d records as described: %s%n",
        counts.size(), counts.values().stream().mapToInt(it -> it).sum(), counts);
  }

  /** The second time with other content, which becomes a finding. */
  private void fileTwice() {
    var filed = suite.event("topics-1", "case-filed", "case/" + CASE, Map.of());
    done(suite.post(filed));
    var other = Map.<String, Object>of("unit", Roster.OTHER_STATION);
    var conflict = suite.event("topics-1", "case-filed", "case/" + CASE, other);
    assertThat(suite.post(conflict).status()).isEqualTo(409);
    suite.until(() -> suite.effects("topics-1"), effects -> effects.status() == 200);
  }

  /** The caller is dissatisfied, of which the pack has an event, and which is a finding, too. */
  private void answerItsTask() {
    suite.post(suite.event("topics-4", "incident-feedback-entered", "case/" + CASE, Map.of()));
    var task =
        suite
            .until(() -> ofTheCase("/api/v1/tasks", "tasks"), tasks -> !tasks.isEmpty())
            .getFirst();
    var answers = Map.of("attitude", "dissatisfied", "acceptance", "satisfied", "handling", "fair");
    var path = "/api/v1/tasks/" + task.path("id").asText() + "/answers";
    suite.until(
        () -> suite.act(LocalRole.OFFICER, OFFICER, path, Map.of("answers", answers)),
        answer -> answer.status() == 200);
  }

  private void planItsDeadline() {
    var deadline = suite.deadline(CASE, "public-security-case-handling").path("id");
    var ladders =
        suite.until(
            () -> ofTheCase("/api/v1/escalations", "escalations"),
            all -> all.stream().anyMatch(it -> it.path("deadlineId").equals(deadline)));
    var ladder =
        ladders.stream().filter(it -> it.path("deadlineId").equals(deadline)).findFirst().get();
    var path = "/api/v1/escalations/" + ladder.path("id").asText() + "/acknowledge";
    var plan = Map.<String, Object>of("planOn", inDays(4), "text", "示例计划");
    done(suite.act(LocalRole.SUPERVISOR, Roster.SUPERVISOR, path, plan));
  }

  private List<JsonNode> ofTheCase(String path, String member) {
    return suite.all(LocalRole.SUPERVISOR, Roster.SUPERVISOR, path, member).stream()
        .filter(it -> it.path("caseId").asText().equals(CASE))
        .toList();
  }

  private String inDays(int days) {
    return suite.now().atZone(ZONE).toLocalDate().plusDays(days).toString();
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(200, 204);
  }

  private void restrictACase() {
    suite.post(suite.event("topics-2", "case-filed", "case/" + RESTRICTED, Map.of()));
    suite.until(() -> suite.effects("topics-2"), effects -> effects.status() == 200);
    done(suite.setLevel(RESTRICTED, "restricted"));
    done(suite.openInNeed(RESTRICTED));
  }

  /** An officer of this story alone. */
  private void assignAnOfficerWhoIsAway() {
    directory(
        "officer-assigned",
        Map.of("name", "示例离岗", "unit", Roster.STATION, "roles", List.of("callback-officer")));
    directory(
        "officer-away",
        Map.of(
            "absence",
            "topics-3",
            "from",
            suite.now().minus(Duration.ofDays(2)).toString(),
            "until",
            suite.now().minus(Duration.ofDays(1)).toString()));
  }

  private void directory(String type, Map<String, Object> data) {
    var subject = "officer/" + OFFICER;
    var event = new LinkedHashMap<>(CloudEvents.directory(type, subject, suite.now(), data));
    event.put("id", subject + "/" + type);
    done(suite.administer(event));
  }

  /** Dead letters are what a sound suite has none of. */
  private Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    for (var channel : channels) {
      if (!channel.isOfDeadLetters()) {
        channel
            .messages()
            .forEach(message -> missing.add(channel.address() + " " + message.name()));
        WholeTopic.of(suite, channel.address()).stream()
            .flatMap(record -> messages(channel, headers(record)).stream())
            .forEach(message -> missing.remove(channel.address() + " " + message.name()));
      }
    }
    return missing;
  }

  private List<String> faults(Channel channel, ConsumerRecord<byte[], byte[]> record) {
    var headers = headers(record);
    var messages = messages(channel, headers);
    List<String> faults = new ArrayList<>();
    if (messages.size() == 1) {
      faults.addAll(JsonSchemas.faults(messages.getFirst().headers(), Json.text(headers)));
      if (!channel.isOfDeadLetters()) {
        faults.addAll(faultsOfData(channel, messages.getFirst(), record, headers));
      }
    } else {
      faults.add("is of no message, or of several: " + messages);
    }
    var where = record.topic() + " " + record.partition() + "/" + record.offset() + " ";
    return faults.stream().map(fault -> where + headers.get("ce_type") + ": " + fault).toList();
  }

  private List<String> faultsOfData(
      Channel channel,
      Message message,
      ConsumerRecord<byte[], byte[]> record,
      Map<String, Object> headers) {
    var schema = schema(message, "" + headers.get("ce_type"));
    var faults = new ArrayList<>(JsonSchemas.faults(schema, text(record.value())));
    var key = key(channel).of(Json.object(record.value()));
    if (!key.equals(text(record.key()))) {
      faults.add("its key is " + text(record.key()) + " and not " + key);
    }
    return faults;
  }

  private static List<Message> messages(Channel channel, Map<String, Object> headers) {
    return channel.of("" + headers.get("ce_type"));
  }

  private Schema schema(Message message, String type) {
    return schemas.computeIfAbsent(
        message.name() + " " + type,
        unread -> message.isOfTheSender() ? message.data(asIntakeSays(type)) : message.data());
  }

  /** What the document leaves to intake. */
  private Map<String, Object> asIntakeSays(String type) {
    var intake =
        new ServiceClient(suite.stack().intakeUrl(), suite.stack().token(LocalRole.ADMINISTRATOR));
    var known = intake.get("/api/v1/event-types/" + type).path("schema");
    return Json.object(known.toString().getBytes(UTF_8));
  }

  private static Key key(Channel channel) {
    return KEYS.entrySet().stream()
        .filter(key -> channel.description().contains(key.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key known: " + channel.description()));
  }

  private static String caseId(Map<String, Object> data) {
    return ""
        + (data.get("deadline") instanceof Map<?, ?> deadline ? deadline : data).get("caseId");
  }

  private static String entry(Map<String, Object> data) {
    if (data.containsKey("absence")) {
      return "officer/" + data.get("officer") + "/away/" + data.get("absence");
    }
    return data.containsKey("roles")
        ? "officer/" + data.get("id") + "/" + data.get("since")
        : "unit/" + data.get("id");
  }

  private static Map<String, Object> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> headers = new LinkedHashMap<>();
    for (var header : record.headers()) {
      if (headers.put(header.key(), text(header.value())) != null) {
        throw new AssertionError("twice: " + header.key());
      }
    }
    return headers;
  }

  private static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("no UTF-8", e);
    }
  }
}
