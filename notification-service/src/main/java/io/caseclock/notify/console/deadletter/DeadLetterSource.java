package io.caseclock.notify.console.deadletter;

import io.caseclock.consume.rest.DeadLetterResource;
import io.caseclock.consume.rest.DeadLetterResource.Dismissal;
import io.caseclock.consume.rest.DeadLetterView;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The records put aside of this service and of the monitor, asked for alike. */
@RequestScoped
public class DeadLetterSource {

  static final String NOTIFICATION = "notification";
  static final String MONITOR = "monitor";
  static final List<String> SERVICES = List.of(NOTIFICATION, MONITOR);

  private static final String API = "/api/v1/dead-letters";

  private final DeadLetterResource own;
  private final Monitor monitor;

  @Inject
  DeadLetterSource(DeadLetterResource own, Monitor monitor) {
    this.own = own;
    this.monitor = monitor;
  }

  /** Which records; a text that is empty asks for all. */
  record Wanted(String topic, String reason, String state, String after, String limit) {}

  Asked<DeadLetterResource.Answer> list(String service, Wanted wanted) {
    if (service.equals(MONITOR)) {
      var query =
          Query.of("topic", wanted.topic())
              .and("reason", wanted.reason())
              .and("state", wanted.state())
              .and("after", wanted.after())
              .and("limit", wanted.limit());
      return monitor.get(API, query, DeadLetterResource.Answer.class);
    }
    return own(
        () ->
            own.list(
                given(wanted.topic()),
                given(wanted.reason()),
                given(wanted.state()),
                given(wanted.after()),
                wanted.limit()));
  }

  Answer<DeadLetterView.Whole> show(String service, String id) {
    return service.equals(MONITOR)
        ? monitor.get(path(id), Query.NONE, DeadLetterView.Whole.class).answer()
        : own(() -> own.show(id)).answer();
  }

  Answer<DeadLetterView> replay(String service, String id) {
    return service.equals(MONITOR)
        ? monitor.post(path(id) + "/replay", Map.of(), DeadLetterView.class).answer()
        : own(() -> own.replay(id)).answer();
  }

  Answer<DeadLetterView> dismiss(String service, String id, String reason) {
    return service.equals(MONITOR)
        ? monitor
            .post(path(id) + "/dismiss", Map.of("reason", reason), DeadLetterView.class)
            .answer()
        : own(() -> own.dismiss(id, new Dismissal(reason))).answer();
  }

  private static String path(String id) {
    return API + "/" + Links.segment(id);
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  /** As if it had been asked over HTTP. */
  private static <T> Asked<T> own(Supplier<T> question) {
    Answer<T> answer = told(question);
    return () -> answer;
  }

  private static <T> Answer<T> told(Supplier<T> question) {
    try {
      return new Answer.Told<>(question.get());
    } catch (ProblemException e) {
      return new Answer.Refused<>(e.problem());
    }
  }
}
