package io.caseclock.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To which trace belongs what this thread is working on. One transaction takes in what many have
 * sent, so that there is a trace for each case and not one for all; whoever keeps or tells
 * something of a case asks here for it. Traces are written as {@code traceparent} of W3C Trace
 * Context.
 */
public final class CurrentTraces {

  private static final ThreadLocal<Map<String, String>> CURRENT = ThreadLocal.withInitial(Map::of);

  /**
   * Does the work while these traces hold in this thread; those that held before hold again after
   * it.
   *
   * @param traces by what they belong to: the id of a case, or of an event
   */
  public static void during(Map<String, String> traces, Runnable work) {
    var before = CURRENT.get();
    CURRENT.set(Map.copyOf(traces));
    try {
      work.run();
    } finally {
      CURRENT.set(before);
    }
  }

  /** The trace of a case or an event; null where there is none. */
  public static @Nullable String of(@Nullable String what) {
    return what == null ? null : CURRENT.get().get(what);
  }

  private CurrentTraces() {}
}
