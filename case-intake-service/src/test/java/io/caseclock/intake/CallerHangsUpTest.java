package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.rest.Problems;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever hangs up within an answer is no fault of ours. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class CallerHangsUpTest {

  private final Logger logger = Logger.getLogger(Problems.class.getName());
  private final FirstRecord first = new FirstRecord();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.FINE);
    logger.addHandler(first);
  }

  @AfterEach
  void hearNoMore() {
    logger.removeHandler(first);
    logger.setLevel(null);
  }

  @Test
  void within_a_large_answer_is_no_error_of_the_log() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoLinger(true, 0);
      var request = "GET /test/large-answer HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
    }

    var told = first.heard.get(30, TimeUnit.SECONDS);

    assertThat(told.getLevel().intValue())
        .as(told.getMessage())
        .isLessThanOrEqualTo(Level.FINE.intValue());
  }

  /** An answer that breaks off once whoever asked is gone. */
  @Path("/test/large-answer")
  public static class LargeAnswer {

    private static final int PIECE_BYTES = 64 * 1024;

    @GET
    @PermitAll
    @Blocking
    public StreamingOutput answer(@Context RoutingContext exchange) {
      var gone = new CountDownLatch(1);
      exchange.addEndHandler(end -> gone.countDown());
      return out -> {
        out.write(new byte[PIECE_BYTES]);
        out.flush();
        await(gone);
        throw new IOException("nobody is there");
      };
    }

    private static void await(CountDownLatch gone) throws IOException {
      try {
        if (!gone.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("whoever asked is still there");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** Keeps the first line that is logged. */
  private static final class FirstRecord extends Handler {

    private final CompletableFuture<LogRecord> heard = new CompletableFuture<>();

    @Override
    public void publish(LogRecord one) {
      heard.complete(one);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
