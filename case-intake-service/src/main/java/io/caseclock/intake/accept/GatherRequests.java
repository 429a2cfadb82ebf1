package io.caseclock.intake.accept;

import io.caseclock.intake.accept.AcceptEvents.Request;
import io.caseclock.intake.journal.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests in together that wait at the same time: one of the waiting callers does it for the
 * others, so that they share a transaction and its way to the disk. Whoever comes alone waits for
 * nobody. Callers take turns, so that one who sends many requests at once fills his own queue and
 * keeps no neighbour out of the next group.
 */
public final class GatherRequests {

  private static final int MOST_REQUESTS = 64;
  private static final int MOST_EVENTS = 1_000;

  private final Function<List<Request>, List<List<Outcome>>> accept;
  private final Predicate<Throwable> isForAll;
  private final int most;

  private final ReentrantLock lock = new ReentrantLock();

  /** By caller; whoever stands first has the next turn. Guarded by the lock. */
  private final SequencedMap<String, Deque<Waiting>> waiting = new LinkedHashMap<>();

  private int working; // guarded by lock

  /**
   * @param accept takes requests in, all or none
   * @param isForAll whether a failure would meet each request of a group alone too, such as a
   *     database that is away
   * @param most how many groups may be worked on at the same time
   */
  public GatherRequests(
      Function<List<Request>, List<List<Outcome>>> accept,
      Predicate<Throwable> isForAll,
      int most) {
    this.accept = accept;
    this.isForAll = isForAll;
    this.most = most;
  }

  /** A request, and what came of it; its members are guarded by the lock. */
  private static final class Waiting {

    private final Request request;
    private final Condition changed;
    private @Nullable Result result;
    private boolean isTaken;

    private Waiting(Request request, Condition changed) {
      this.request = request;
      this.changed = changed;
    }
  }

  /** What came of a request. */
  private sealed interface Result {

    record Done(List<Outcome> outcomes) implements Result {}

    record Failed(Throwable cause) implements Result {}
  }

  /**
   * Returns once every sound event is durable; throws what taking in this request threw.
   *
   * @return one outcome a submission, in their order
   */
  public List<Outcome> accept(Request request) {
    return switch (result(request)) {
      case Result.Done(var outcomes) -> outcomes;
      case Result.Failed(Error error) -> throw error;
      case Result.Failed(RuntimeException exception) -> throw exception;
      case Result.Failed(Throwable other) -> throw new IllegalStateException(other);
    };
  }

  private Result result(Request request) {
    lock.lock();
    try {
      var mine = new Waiting(request, lock.newCondition());
      waiting
          .computeIfAbsent(request.caller().sharer(), caller -> new ArrayDeque<>())
          .addLast(mine);
      while (mine.result == null) {
        if (mine.isTaken || working == most) {
          mine.changed.awaitUninterruptibly();
        } else {
          lead();
        }
      }
      return mine.result;
    } finally {
      lock.unlock();
    }
  }

  /** Takes in those whose turn it is; the lock is held, but for the work itself. */
  private void lead() {
    var group = nextGroup();
    working++;
    lock.unlock();
    List<Result> results;
    try {
      results = results(group.stream().map(one -> one.request).toList());
    } finally {
      lock.lock();
      working--;
    }
    for (var n = 0; n < group.size(); n++) {
      group.get(n).result = results.get(n);
      group.get(n).changed.signal();
    }
    if (!waiting.isEmpty()) {
      waiting.firstEntry().getValue().getFirst().changed.signal();
    }
  }

  /** What one request breaks is not the others' fault: each is then taken in alone. */
  private List<Result> results(List<Request> requests) {
    try {
      return accept.apply(requests).stream().<Result>map(Result.Done::new).toList();
    } catch (RuntimeException | Error e) {
      return requests.size() == 1 || isForAll.test(e)
          ? requests.stream().<Result>map(one -> new Result.Failed(e)).toList()
          : requests.stream().map(one -> results(List.of(one)).getFirst()).toList();
    }
  }

  /** One request of each caller after the other, of one caller in the order in which they came. */
  private List<Waiting> nextGroup() {
    List<Waiting> group = new ArrayList<>();
    var events = 0;
    while (!waiting.isEmpty() && group.size() < MOST_REQUESTS) {
      var turn = waiting.firstEntry();
      events += turn.getValue().getFirst().request.submissions().size();
      if (!group.isEmpty() && events > MOST_EVENTS) {
        break;
      }
      var next = turn.getValue().removeFirst();
      next.isTaken = true;
      group.add(next);
      waiting.remove(turn.getKey());
      if (!turn.getValue().isEmpty()) {
        waiting.putLast(turn.getKey(), turn.getValue());
      }
    }
    return group;
  }
}
