package io.caseclock.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The memory of the batch that this thread works on, and what it does at its end; outside a batch
 * it remembers nothing.
 */
public final class BatchCache {

  /** Written only by the thread itself. */
  private final ThreadLocal<Map<List<Object>, Object>> known = new ThreadLocal<>();

  private final ThreadLocal<List<Runnable>> endings = new ThreadLocal<>();

  /**
   * Works on a batch, and then does what was asked for at its end, unless the batch failed; what is
   * remembered meanwhile is forgotten afterwards.
   */
  public void during(Runnable batch) {
    known.set(new HashMap<>());
    endings.set(new ArrayList<>());
    try {
      batch.run();
      endings.get().forEach(Runnable::run);
    } finally {
      known.remove();
      endings.remove();
    }
  }

  /** Whether this thread works on a batch now. */
  public boolean isRunning() {
    return known.get() != null;
  }

  /**
   * What this thread's batch gathers under a key, to be used when the batch ends well; what was
   * gathered first is used first. Only while a batch is running.
   *
   * @param begun as it is before anything was gathered
   * @param use is given what was gathered by then
   */
  public <T> T gathered(List<Object> key, Supplier<T> begun, Consumer<T> use) {
    return remembered(
        key,
        () -> {
          var gathered = begun.get();
          endings.get().add(() -> use.accept(gathered));
          return gathered;
        });
  }

  /**
   * The answer to a question, asked once in a batch.
   *
   * @param key tells the question from all others
   */
  @SuppressWarnings("unchecked")
  public <T> T remembered(List<Object> key, Supplier<T> answer) {
    var memory = known.get();
    if (memory == null) {
      return answer.get();
    }
    var found = memory.get(key);
    if (found == null) {
      found = answer.get();
      memory.put(key, found);
    }
    return (T) found;
  }

  /** Whether this thread's batch remembers the answer to a question. */
  public boolean knows(List<Object> key) {
    var memory = known.get();
    return memory != null && memory.containsKey(key);
  }

  /** Forgets one answer, since it has changed. */
  public void forget(List<Object> key) {
    var memory = known.get();
    if (memory != null) {
      memory.remove(key);
    }
  }
}
