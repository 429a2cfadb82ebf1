package io.caseclock.e2e.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.local.LocalStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The operations beside those who call them: what is generated for each is sent and counted. */
final class Matrix {

  private final List<Operation> operations;
  private final Map<String, AccessRule> rules;
  private final GoodBodies bodies = GoodBodies.read();
  private final Clients clients;
  private final AtomicInteger tried = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  Matrix(List<Operation> operations, Map<String, AccessRule> rules, LocalStack stack) {
    this.operations = List.copyOf(operations);
    this.rules = Map.copyOf(rules);
    this.clients = new Clients(stack);
  }

  /** What a caller is to send to an operation; nothing where that is not to be tried. */
  interface Requests {
    List<Request> of(Operation operation, AccessRule rule, Caller caller);
  }

  List<Answered> send(List<Caller> callers, Requests requests) {
    List<Asked> questions = new ArrayList<>();
    for (var operation : operations) {
      var rule = rules.get(operation.name());
      if (rule != null) {
        for (var caller : callers) {
          requests.of(operation, rule, caller).stream()
              .distinct()
              .forEach(request -> questions.add(new Asked(operation, rule, caller, request)));
        }
      }
    }
    var answers = clients.send(questions);
    tried.addAndGet(answers.size());
    failed.addAndGet((int) answers.stream().filter(it -> it.reply().isFailure()).count());
    return answers;
  }

  /** What names those things: with each good body, or, without one, as a listing as well. */
  List<Request> about(Operation operation, AccessRule rule, Things things) {
    var request = Calls.about(operation, rule, things);
    var good = bodies.of(operation.name(), things);
    return good.isEmpty()
        ? List.of(request, Calls.listing(operation, rule, things))
        : good.stream().map(body -> body.in(request)).toList();
  }

  /** Whether a good body of the operation names one of these kinds of things. */
  boolean bodyNames(Operation operation, Set<String> kinds) {
    return bodies.names(operation.name(), kinds);
  }

  void tell() {
    System.out.printf(
        "Access: %d operations, %d combinations tried, %d answered by a failure%n",
        operations.size(), tried.get(), failed.get());
  }

  static void none(List<Answered> answers, Predicate<Answered> wrong, String what) {
    assertThat(answers.stream().filter(wrong).map(Answered::toString).toList()).as(what).isEmpty();
  }
}
