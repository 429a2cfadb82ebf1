package io.caseclock.bench.statistics;

import io.caseclock.monitor.watch.CaseChange;
import io.caseclock.monitor.watch.WatchedCases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kept cases that append nothing for the statistics, and are else as they are. */
record DiscardedCounts(WatchedCases cases) implements WatchedCases {

  @Override
  public <T> T transact(Function<Session, T> work) {
    return cases.transact(session -> work.apply(discarding(session)));
  }

  private static Session discarding(Session session) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> invoke(session, method, arguments));
  }

  private static @Nullable Object invoke(Session session, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("save")) {
      session.save(withoutCounts((List<?>) arguments[0]), (Instant) arguments[1]);
      return null;
    }
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static List<CaseChange> withoutCounts(List<?> changes) {
    return changes.stream()
        .map(CaseChange.class::cast)
        .map(
            change ->
                new CaseChange(
                    change.caseId(),
                    change.deadlines(),
                    change.alarms(),
                    List.of(),
                    change.news(),
                    change.effects(),
                    change.contradictions(),
                    change.hasHistory(),
                    change.held(),
                    change.findings(),
                    change.evaluateAt(),
                    change.gaps(),
                    change.tenures()))
        .toList();
  }
}
