package io.caseclock.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.chain.ChainEntry;
import io.caseclock.chain.ChainReport;
import io.caseclock.chain.ChainReport.Broken;
import io.caseclock.chain.ChainVerifier;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that tells a day of two entries. */
class ServiceAuditChainTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final String DAYS = "/api/v1/audit-log/days";

  private final Map<String, String> answers = new HashMap<>();
  private HttpServer server;
  private ServiceAuditChain chain;

  @BeforeEach
  void aDayOfTwoEntries() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    chain =
        new ServiceAuditChain(
            new ServiceClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "a-token"));
    var first =
        new ChainEntry(
                DAY,
                1,
                Instant.parse("2026-03-12T01:02:03.000004Z"),
                "legal",
                "L9",
                List.of("legal-officer", "officer"),
                "D01",
                "POST /api/v1/silences",
                Map.of("unit", "城关所", "id", "a"),
                201,
                "r-1")
            .hash(DayHead.GENESIS);
    var second =
        new ChainEntry(
                DAY,
                2,
                Instant.parse("2026-03-12T01:02:04Z"),
                null,
                null,
                List.of(),
                null,
                "POST /sign-in",
                Map.of(),
                401,
                "r-2")
            .hash(first);
    var head =
        """
        "day":"2026-03-12","entries":2,"follows":"%s","last":"%s"
        """
            .formatted(DayHead.GENESIS, second);
    answers.put(DAYS, "{\"days\":[{" + head + "}],\"outside\":{\"entries\":3,\"last\":null}}");
    answers.put(DAYS + "?after=2026-03-12", "{\"days\":[]}");
    answers.put(
        DAYS + "/2026-03-12?after=0",
        """
        {%s,"links":[
         {"number":1,"at":"2026-03-12T01:02:03.000004Z","account":"legal","officer":"L9",
          "roles":["legal-officer","officer"],"unit":"D01","operation":"POST /api/v1/silences",
          "ids":{"id":"a","unit":"城关所"},"status":201,"requestId":"r-1","hash":"%s"},
         {"number":2,"at":"2026-03-12T01:02:04Z","roles":[],"unit":null,
          "operation":"POST /sign-in","ids":{},"status":401,"requestId":"r-2","hash":"%s"}]}
        """
            .formatted(head, first, second));
    answers.put(DAYS + "/2026-03-12?after=2", "{" + head + ",\"links\":[]}");
  }

  @AfterEach
  void over() {
    server.stop(0);
  }

  @Test
  void what_the_service_tells_is_proved() {
    var report = ChainVerifier.verify(chain, DAY);

    assertThat(report.broken()).isEmpty();
    assertThat(report).returns(2L, ChainReport::entries).returns(3L, ChainReport::outside);
  }

  @Test
  void what_it_tells_otherwise_is_a_broken_link() {
    answers.computeIfPresent(
        DAYS + "/2026-03-12?after=0", (path, told) -> told.replace("城关所", "别的所"));

    assertThat(ChainVerifier.verify(chain, DAY).broken())
        .hasValue(new Broken(DAY, 1, Fault.CHANGED));
  }

  @Test
  void a_day_that_it_does_not_know_is_missing() {
    answers.remove(DAYS + "/2026-03-12?after=0");

    assertThat(ChainVerifier.verify(chain, DAY).broken())
        .hasValue(new Broken(DAY, 1, Fault.MISSING));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var told = answers.get(exchange.getRequestURI().toString());
    var body = (told == null ? "{}" : told).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(told == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
