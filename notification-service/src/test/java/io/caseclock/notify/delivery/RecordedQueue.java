package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue in memory, with a line for each thing that was done to a delivery. */
public final class RecordedQueue implements DeliveryQueue {

  private final Map<String, Delivery> waiting = new LinkedHashMap<>();
  private final Map<String, Instant> tests = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();

  public List<String> log() {
    return log;
  }

  public List<Delivery> waiting() {
    return List.copyOf(waiting.values());
  }

  @Override
  public void add(List<Delivery> deliveries) {
    deliveries.forEach(delivery -> waiting.putIfAbsent(delivery.id(), delivery));
  }

  @Override
  public void takeBack(Collection<String> ids, String reason, Instant now) {
    ids.forEach(id -> log.add(id + " taken back: " + reason));
    waiting.keySet().removeAll(ids);
  }

  @Override
  public List<Delivery> claim(ChannelQueue queue, Instant now) {
    return waiting.values().stream()
        .filter(delivery -> delivery.channel().equals(queue.id()))
        .limit(queue.batch())
        .toList();
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt, String outcome, Duration took) {
    log.add(delivery.id() + " " + outcome);
  }

  @Override
  public void delivered(Delivery delivery, Instant at) {
    waiting.remove(delivery.id());
  }

  @Override
  public void failed(Delivery delivery, Attempt attempt, Instant next) {
    log.add(delivery.id() + " again at " + next);
  }

  @Override
  public boolean givenUp(Delivery delivery, Attempt attempt) {
    log.add(delivery.id() + " given up: " + attempt.reason());
    return waiting.remove(delivery.id()) != null;
  }

  @Override
  public List<String> stranded(String channel, int limit, Instant now) {
    return waiting.values().stream().filter(Delivery::isPersonal).map(Delivery::id).toList();
  }

  @Override
  public void keepWaiting(Collection<String> ids) {
    ids.forEach(id -> log.add(id + " waits on"));
  }

  @Override
  public List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Attempt why) {
    return List.of();
  }

  @Override
  public Delivery addTest(Delivery delivery) {
    tests.put(delivery.channel(), delivery.queuedAt());
    waiting.put(delivery.id(), delivery);
    return delivery;
  }

  @Override
  public Optional<Instant> lastTestAfter(String channel, Instant since) {
    return Optional.ofNullable(tests.get(channel)).filter(at -> at.isAfter(since));
  }
}
