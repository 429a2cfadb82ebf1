package io.caseclock.consume.kafka;

import java.util.List;
import java.util.Optional;

/** All topics that a service reads. */
public record TopicConsumers(List<TopicConsumer> all) {

  public TopicConsumers {
    all = List.copyOf(all);
  }

  public static TopicConsumers of(TopicConsumer... consumers) {
    return new TopicConsumers(List.of(consumers));
  }

  public Optional<TopicConsumer> of(String topic) {
    return all.stream().filter(consumer -> consumer.topic().equals(topic)).findFirst();
  }

  public List<String> topics() {
    return all.stream().map(TopicConsumer::topic).toList();
  }
}
