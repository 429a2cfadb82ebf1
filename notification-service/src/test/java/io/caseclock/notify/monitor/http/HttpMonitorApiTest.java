package io.caseclock.notify.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.console.FakeMonitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asker;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.monitor.Question;
import io.caseclock.problem.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpMonitorApiTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Asker BY_SOMEBODY = new Asker("a-token", null);
  private static final Question QUESTION =
      new Question("GET", "/api/v1/one", Query.of("unit", "D01"), null, BY_SOMEBODY);

  /** What is told. */
  record One(String id) {}

  @BeforeEach
  void nothingIsSaid() {
    FakeMonitor.isAway();
  }

  @Test
  void what_is_told_is_read_and_what_is_not_known_passed_over() {
    FakeMonitor.tells("/api/v1/one", "{\"id\":\"a\",\"newer\":1}");

    assertThat(asked(at(FakeMonitor.url()))).isEqualTo(new Answer.Told<>(new One("a")));
    assertThat(FakeMonitor.questions()).containsExactly("GET /api/v1/one?unit=D01");
    assertThat(FakeMonitor.asked().getFirst().token()).isEqualTo("Bearer a-token");
  }

  @Test
  void the_unit_acted_in_goes_along_where_there_are_several() {
    asked(at(FakeMonitor.url()));
    try (var api = new HttpMonitorApi(at(FakeMonitor.url()), SHORT, SHORT)) {
      var there = new Asker("a-token", "示例 1");
      api.ask(new Question("GET", "/api/v1/one", Query.NONE, null, there), One.class).answer();
    }

    assertThat(FakeMonitor.asked())
        .extracting("unit")
        .containsExactly("", "%E7%A4%BA%E4%BE%8B%201");
  }

  @Test
  void a_refusal_is_told_by_its_problem() {
    FakeMonitor.refuses("/api/v1/one", 404, "not-found");

    assertThat(asked(at(FakeMonitor.url())).refusal())
        .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  @Test
  void what_is_no_answer_counts_as_away() {
    FakeMonitor.tells("/api/v1/one", "[1]");

    assertThat(asked(at(FakeMonitor.url()))).isEqualTo(new Answer.Away<>(true));
    assertThat(asked(Optional.empty())).isEqualTo(new Answer.Away<>(false));
  }

  @Test
  void whoever_accepts_and_never_answers_is_not_waited_for_longer_than_the_timeout()
      throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:" + silent.getLocalPort();

      assertThat(asked(at(url))).isEqualTo(new Answer.Away<>(true));
    }
  }

  private static Optional<URI> at(String url) {
    return Optional.of(URI.create(url));
  }

  private static Answer<One> asked(Optional<URI> monitor) {
    try (var api = new HttpMonitorApi(monitor, SHORT, SHORT)) {
      return api.ask(QUESTION, One.class).answer();
    }
  }
}
