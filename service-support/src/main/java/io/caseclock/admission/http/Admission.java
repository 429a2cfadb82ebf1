package io.caseclock.admission.http;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.BytesInFlight;
import io.caseclock.admission.CallersPlaces;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.admission.ParsingLimit;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Refuses an announced size, waits for one of the caller's places, and bounds what is read. */
@Singleton
public class Admission {

  private final CallersPlaces places;
  private final BytesInFlight inFlight;
  private final ParsingLimit work;
  private final BodyTimeout pace;
  private final CurrentCaller currentCaller;
  private final MeterRegistry metrics;

  @Inject
  Admission(
      CallersPlaces places,
      BytesInFlight inFlight,
      ParsingLimit work,
      BodyTimeout pace,
      CurrentCaller currentCaller,
      MeterRegistry metrics) {
    this.places = places;
    this.inFlight = inFlight;
    this.work = work;
    this.pace = pace;
    this.currentCaller = currentCaller;
    this.metrics = metrics;
  }

  /** Counts from zero, so that the first refusal is a rise. */
  void countRefusals(@Observes StartupEvent event) {
    for (var reason : RefusedRequests.values()) {
      reason.counter(metrics);
    }
  }

  /** Lets the request in, or throws the refusal. */
  void admit(
      ContainerRequestContext request, ResourceInfo operation, HttpServerRequest connection) {
    var largest = largest(operation);
    if (request.getLength() > largest) {
      throw refused(RefusedRequests.SIZE, BoundedBody.tooLarge(largest));
    }
    var context = CurrentRequestManager.get();
    var caller = caller(connection);
    if (!Flow.Publisher.class.isAssignableFrom(operation.getResourceMethod().getReturnType())) {
      atTheEnd(context, place(operation, caller));
    }
    if (hasBody(request)) {
      var room = new CallersRoom(caller);
      atTheEnd(context, room::leave);
      context.setInputStream(
          new BoundedBody(() -> ArrivingBody.of(connection), largest, pace, room));
    }
  }

  private static void atTheEnd(ResteasyReactiveRequestContext context, Runnable step) {
    context.registerCompletionCallback((CompletionCallback) failure -> step.run());
  }

  private static long largest(ResourceInfo operation) {
    var stated = operation.getResourceMethod().getAnnotation(MaxBodySize.class);
    return stated == null ? MaxBodySize.USUAL : stated.value();
  }

  private static boolean hasBody(ContainerRequestContext request) {
    return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
  }

  /** The account; for those who have none, where they call from. */
  private String caller(HttpServerRequest connection) {
    var known = currentCaller.get();
    return known.name().isEmpty()
        ? "at " + connection.remoteAddress().hostAddress()
        : "as " + known.sharer();
  }

  private Runnable place(ResourceInfo operation, String caller) {
    var patience = BlockingOperationControl.isBlockingAllowed() ? pace.patience() : Duration.ZERO;
    var among = places.of(operation.getResourceMethod());
    return waited(() -> among.enter(caller, patience))
        .orElseThrow(() -> refused(RefusedRequests.PLACES, tooManyAtOnce()));
  }

  private static Problem tooManyAtOnce() {
    return Problem.of(
            ProblemType.TOO_MANY_REQUESTS,
            "You have too many requests at work. Wait for answers before you send more.")
        .with(Problem.RETRY_AFTER, 1);
  }

  private ProblemException refused(RefusedRequests reason, Problem problem) {
    reason.counter(metrics).increment();
    return new ProblemException(problem);
  }

  private static Optional<Runnable> waited(Wait wait) {
    try {
      return wait.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private interface Wait {
    Optional<Runnable> run() throws InterruptedException;
  }

  /** What one request holds until it is answered. */
  private final class CallersRoom implements BoundedBody.Room {

    private final String caller;
    private long taken;
    private Runnable endOfWork = () -> {};

    CallersRoom(String caller) {
      this.caller = caller;
    }

    @Override
    public synchronized boolean take(long bytes) {
      if (!inFlight.take(caller, bytes)) {
        return false;
      }
      taken += bytes;
      return true;
    }

    @Override
    public boolean begin(long bytes) {
      var end = waited(() -> work.begin(bytes, pace.patience()));
      end.ifPresent(begun -> endOfWork = begun);
      return end.isPresent();
    }

    @Override
    public void late() {
      RefusedRequests.SLOW.counter(metrics).increment();
    }

    synchronized void leave() {
      endOfWork.run();
      endOfWork = () -> {};
      inFlight.give(caller, taken);
      taken = 0;
    }
  }
}
