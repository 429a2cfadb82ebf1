package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.StrictDoorBehaviour;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class StrictDoorTest extends StrictDoorBehaviour {

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureau() {
    bench.clock().set("2026-07-02T02:00:00Z");
    bench.aSmallBureau();
  }

  StrictDoorTest() {
    super(
        new Endpoints(
            "POST /api/v1/deadlines/preview",
            "application/json",
            200,
            "GET /api/v1/deadlines?",
            "unit=X01",
            "GET /api/v1/cases/%s/deadlines"));
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Override
  protected TestTokens token(String role) {
    return TestTokens.of(role).unit("X01");
  }

  @Override
  protected String role() {
    return "supervisor";
  }

  @Override
  protected String members() {
    return "\"events\":[{\"type\":\"case-filed\",\"subject\":\"case/A1\","
        + "\"time\":\"2026-03-02T10:00:00+08:00\",\"data\":{}}]";
  }

  @Test
  void a_forged_line_stays_one_line_in_every_log() {
    var forged = new LogRecord(Level.WARNING, "case x\r\n2026-03-02 09:00:00 INFO all is well");

    assertThat(formatters(Logger.getLogger("")))
        .isNotEmpty()
        .allSatisfy(formatter -> assertThat(formatter.format(forged).lines()).hasSize(1));
  }

  private static List<Formatter> formatters(Logger logger) {
    List<Formatter> formatters = new ArrayList<>();
    Deque<Handler> handlers = new ArrayDeque<>(List.of(logger.getHandlers()));
    while (!handlers.isEmpty()) {
      var handler = handlers.pop();
      if (handler.getFormatter() != null) {
        formatters.add(handler.getFormatter());
      }
      if (handler instanceof ExtHandler several) {
        handlers.addAll(List.of(several.getHandlers()));
      }
    }
    return formatters;
  }
}
