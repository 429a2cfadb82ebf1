package io.caseclock.notify.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The memory of the batch that this thread works on; outside a batch it remembers nothing. */
public final class BatchCache {

  /** Written only by the thread itself. */
  private final ThreadLocal<Map<List<Object>, Object>> known = new ThreadLocal<>();

  /** Works on a batch; what is remembered meanwhile is forgotten afterwards. */
  public void during(Runnable batch) {
    known.set(new HashMap<>());
    try {
      batch.run();
    } finally {
      known.remove();
    }
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

  /** Forgets one answer, since it has changed. */
  public void forget(List<Object> key) {
    var memory = known.get();
    if (memory != null) {
      memory.remove(key);
    }
  }
}
