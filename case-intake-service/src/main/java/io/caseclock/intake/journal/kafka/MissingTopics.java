package io.caseclock.intake.journal.kafka;

import io.caseclock.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the suite's topics where they are missing and the broker lets us. Where it does not, the
 * service goes on: an operator may make them, or the broker by itself.
 */
public final class MissingTopics {

  private static final Logger LOGGER = LoggerFactory.getLogger(MissingTopics.class);
  private static final List<String> KEPT =
      List.of(
          Topics.CASE_EVENTS, Topics.DEADLINE_EVENTS, Topics.NOTICE_EVENTS, Topics.PERIOD_NUMBERS);
  private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(5).toMillis());

  private final Map<String, Object> brokers;
  private final int partitions;
  private final short replication;
  // set by whichever thread has created them; a second attempt does no harm
  private volatile boolean done;

  /**
   * @param brokers connection settings
   * @param replication -1 for the broker's default
   */
  public MissingTopics(Map<String, Object> brokers, int partitions, int replication) {
    this.brokers = brokers;
    this.partitions = partitions;
    this.replication = (short) replication;
  }

  /** Tries once, unless it was done before; a broker that is away only leaves a warning. */
  public void create() {
    if (done) {
      return;
    }
    try (var admin = Admin.create(settings())) {
      createMissing(admin);
      done = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | KafkaException e) {
      LOGGER.atWarn().addKeyValue("reason", e.toString()).log("topics not created yet");
    }
  }

  private void createMissing(Admin admin) throws ExecutionException, InterruptedException {
    var present = admin.listTopics().names().get();
    var missing = wanted().filter(topic -> !present.contains(topic.name())).toList();
    if (missing.isEmpty()) {
      return;
    }
    var creation =
        admin.createTopics(missing, new CreateTopicsOptions().timeoutMs(TIMEOUT)).values();
    for (var topic : creation.entrySet()) {
      try {
        topic.getValue().get();
        LOGGER.atInfo().addKeyValue("topic", topic.getKey()).log("topic created");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TopicExistsException) {
          continue; // another replica was faster
        }
        var reason = String.valueOf(e.getCause());
        LOGGER
            .atWarn()
            .addKeyValue("topic", topic.getKey())
            .addKeyValue("reason", reason)
            .log("topic not created");
      }
    }
  }

  private Stream<NewTopic> wanted() {
    return Stream.concat(
        Stream.concat(KEPT.stream(), Topics.deadLetters().stream())
            .map(name -> new NewTopic(name, partitions, replication)),
        Stream.of(compacted(Topics.DIRECTORY, 1), compacted(Topics.CASE_LEVELS, partitions)));
  }

  private NewTopic compacted(String name, int parts) {
    return new NewTopic(name, parts, replication)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(brokers);
    settings.keySet().removeIf(key -> key.endsWith("serializer"));
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT);
    return settings;
  }
}
