package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A few clients that share the work, each with a kept connection to every service. */
final class Clients {

  private static final int NUMBER = 4;

  private final LocalStack stack;

  Clients(LocalStack stack) {
    this.stack = stack;
  }

  /** Sends all; the answers are in the order of the questions. */
  List<Answered> send(List<Asked> questions) {
    List<Callable<List<Answered>>> shares = new ArrayList<>();
    var size = Math.max(1, (questions.size() + NUMBER - 1) / NUMBER);
    for (var from = 0; from < questions.size(); from += size) {
      var share = questions.subList(from, Math.min(questions.size(), from + size));
      shares.add(() -> oneByOne(share));
    }
    try (var threads = Executors.newFixedThreadPool(NUMBER)) {
      List<Answered> answers = new ArrayList<>();
      for (var share : threads.invokeAll(shares)) {
        answers.addAll(share.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Answered> oneByOne(List<Asked> share) {
    Map<ServiceKind, Connection> connections = new EnumMap<>(ServiceKind.class);
    try {
      return share.stream().map(asked -> answered(asked, connections)).toList();
    } finally {
      connections.values().forEach(Connection::close);
    }
  }

  private Answered answered(Asked asked, Map<ServiceKind, Connection> connections) {
    var connection =
        connections.computeIfAbsent(
            asked.operation().service(), kind -> new Connection(stack.service(kind).port()));
    var began = System.nanoTime();
    var reply = connection.send(asked.whole());
    return new Answered(asked, reply, (System.nanoTime() - began) / 1_000_000);
  }
}
