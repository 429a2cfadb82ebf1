package io.caseclock.e2e;

import static io.caseclock.testsupport.RawCaller.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.testsupport.RawCaller;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services with a small heap are sent more than they could hold: they answer, and go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesCannotKillAServiceIT {

  private static final String EVENTS = "/api/v1/events";
  private static final String BATCH = "Content-Type: application/cloudevents-batch+json";
  private static final int MIB = 1024 * 1024;
  private static final String SPACES = " ".repeat(MIB);
  private static final int HALF_OPEN = 1_500;

  private final List<RawCaller> callers = new ArrayList<>();
  private @Nullable Suite suite;
  private int cases;
  private int spoiled;

  @BeforeAll
  void start(@TempDir Path directory) {
    suite =
        Suite.start(
            directory,
            options ->
                options
                    .told("CASECLOCK_HTTP_HEAD_WITHIN", "3s")
                    .told("CASECLOCK_HTTP_BODY_WITHIN", "3s")
                    .told("QUARKUS_HTTP_READ_TIMEOUT", "3S"));
  }

  @AfterAll
  void stop() {
    System.out.printf("Bodies: %d connections spoiled, no service ended%n", spoiled);
    suite().close();
  }

  @AfterEach
  void the_services_live_and_work() throws IOException {
    for (var caller : callers) {
      caller.close();
    }
    spoiled += callers.size();
    callers.clear();
    for (var kind : List.of(ServiceKind.INTAKE, ServiceKind.NOTIFICATION)) {
      assertThat(suite().stack().service(kind).isAlive()).as("%s lives", kind).isTrue();
    }
    var id = "A9901BODIES%03d".formatted(cases++);
    var event = suite().event(id + "-filed", "case-filed", "case/" + id, Map.of());
    assertThat(suite().post(event).status()).isEqualTo(202);
  }

  @Test
  void twenty_bodies_of_15_mib_are_not_taken() throws IOException {
    for (var number = 0; number < 20; number++) {
      var caller = call(ServiceKind.INTAKE, EVENTS, BATCH, 15 * MIB);
      assertThat(caller.statusLine()).contains("413");
    }
  }

  @Test
  void sixty_half_sent_batches_do_not_fill_the_heap() throws IOException {
    for (var number = 0; number < 60; number++) {
      send(call(ServiceKind.INTAKE, EVENTS, BATCH, 4 * MIB), 3);
    }

    for (var caller : callers) {
      assertThat(caller.untilClosed()).doesNotContain("HTTP/1.1 500");
    }
  }

  @Test
  void uploads_for_a_notice_that_is_not_there_are_not_read() throws IOException {
    for (var number = 0; number < 14; number++) {
      var caller =
          call(
              ServiceKind.NOTIFICATION,
              "/api/v1/notices/none/evidence",
              "Content-Type: application/pdf",
              11 * MIB);
      assertThat(caller.statusLine()).contains("404");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INTAKE, PRECINCT_SYSTEM, /api/v1/events, application/cloudevents-batch+json, too-slow",
    "MONITOR, SUPERVISOR, /api/v1/impact, application/json, too-slow",
    "NOTIFICATION, SUPERVISOR, /api/v1/silences, application/json, too-slow",
    "NOTIFICATION, SUPERVISOR, /sign-in, application/x-www-form-urlencoded, <html"
  })
  void a_body_that_does_not_come_is_answered(
      ServiceKind kind, LocalRole role, String path, String type, String told) throws IOException {
    var token = suite().stack().token(role);
    for (var length : List.of("Content-Length: 40", "Transfer-Encoding: chunked")) {
      var caller = RawCaller.to(service(kind).port());
      callers.add(caller);
      var head = head(path, token, "Content-Type: " + type, length);
      assertThat(caller.send(head).untilClosed()).startsWith("HTTP/1.1 408").contains(told);
    }
  }

  @Test
  void a_large_body_that_comes_slowly_is_taken() throws IOException {
    var event = suite().event("bodies-slow", "case-filed", "case/A9901BODIESSLOW", Map.of());
    var body = SPACES + Json.text(List.of(event));
    var caller = call(ServiceKind.INTAKE, EVENTS, BATCH, body.length());
    var part = MIB / 8;
    for (var from = 0; from < body.length(); from += part) {
      caller.send(body.substring(from, Math.min(body.length(), from + part)));
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    assertThat(caller.statusLine()).contains("200");
  }

  @Test
  void half_open_connections_are_closed() throws IOException {
    for (var number = 0; number < HALF_OPEN; number++) {
      var caller = RawCaller.to(service(ServiceKind.INTAKE).port());
      callers.add(caller.send("POST /api/v1/events HTTP/1.1\r\nHost: lo"));
    }

    for (var caller : callers) {
      assertThat(caller.untilClosed()).doesNotContain("HTTP/1.1 2");
    }
  }

  private RawCaller call(ServiceKind kind, String path, String type, int length)
      throws IOException {
    var role = kind == ServiceKind.INTAKE ? LocalRole.PRECINCT_SYSTEM : LocalRole.LEGAL_OFFICER;
    var token = suite().stack().token(role);
    var caller = RawCaller.to(service(kind).port());
    callers.add(caller);
    return caller.send(head(path, token, type, "Content-Length: " + length));
  }

  /** What is refused while it is sent cannot be sent whole. */
  private static void send(RawCaller caller, int mebibytes) {
    try {
      for (var number = 0; number < mebibytes; number++) {
        caller.send(SPACES);
      }
    } catch (IOException refused) {
      return;
    }
  }

  private ServiceProcess service(ServiceKind kind) {
    return suite().stack().service(kind);
  }

  private Suite suite() {
    if (suite == null) {
      throw new IllegalStateException("the suite was not started");
    }
    return suite;
  }
}
