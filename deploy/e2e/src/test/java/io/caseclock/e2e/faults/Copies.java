package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** On which brokers the records of the suite are. */
record Copies(Suite suite) {

  /** Returns the broker that takes the records of a topic's first partition. */
  int leaderOf(String topic) {
    return topics().stream()
        .filter(found -> found.name().equals(topic))
        .findFirst()
        .orElseThrow()
        .partitions()
        .getFirst()
        .leader()
        .id();
  }

  /** Returns how many partitions have fewer than so many copies that hold all records. */
  long partitionsWithFewerThan(int copies) {
    return topics().stream()
        .flatMap(topic -> topic.partitions().stream())
        .map(TopicPartitionInfo::isr)
        .filter(upToDate -> upToDate.size() < copies)
        .count();
  }

  private Collection<TopicDescription> topics() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.stack().brokers().bootstrapServers());
    try (var admin = Admin.create(settings)) {
      return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values();
    } catch (ExecutionException e) {
      throw new AssertionError("the brokers do not tell their topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
