package io.caseclock.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Stands for the outside world: remembers what it took, in the order in which it took it, and may
 * fail in the two ways in which brokers fail.
 */
final class Broker implements OutboxSender {

  private final List<OutboxRecord> taken = new ArrayList<>();
  private int batches;
  private Predicate<Integer> failing = batch -> false;
  private boolean keepsWhatItDoesNotConfirm;

  /** Takes nothing of these batches. */
  Broker refusing(Predicate<Integer> batch) {
    failing = batch;
    return this;
  }

  /** Takes the first half of these batches, and does not confirm it. */
  Broker losingTheAnswerOf(Predicate<Integer> batch) {
    keepsWhatItDoesNotConfirm = true;
    return refusing(batch);
  }

  @Override
  public synchronized void send(List<OutboxRecord> records) {
    if (failing.test(batches++)) {
      if (keepsWhatItDoesNotConfirm) {
        taken.addAll(records.subList(0, (records.size() + 1) / 2));
      }
      throw new SendFailedException("not confirmed", new TimeoutException());
    }
    taken.addAll(records);
  }

  synchronized int attempts() {
    return batches;
  }

  synchronized List<OutboxRecord> taken() {
    return List.copyOf(taken);
  }

  /** The numbers that each key's records carried. */
  Map<String, List<Integer>> numbersByKey() {
    return taken().stream()
        .collect(groupingBy(OutboxRecord::key, TreeMap::new, mapping(Broker::number, toList())));
  }

  /** The same, each number only where it was seen last: what stands at the end of a replay. */
  Map<String, List<Integer>> lastOccurrencesByKey() {
    var all = numbersByKey();
    all.replaceAll((key, numbers) -> lastOccurrences(numbers));
    return all;
  }

  private static List<Integer> lastOccurrences(List<Integer> numbers) {
    return IntStream.range(0, numbers.size())
        .filter(at -> !numbers.subList(at + 1, numbers.size()).contains(numbers.get(at)))
        .mapToObj(numbers::get)
        .toList();
  }

  private static int number(OutboxRecord record) {
    return Integer.parseInt(new String(record.payload(), StandardCharsets.UTF_8));
  }
}
