package io.caseclock.notify.pipeline;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.SendDue;
import io.caseclock.notify.job.FailoverJob;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text-message gateway that is dead for a day. */
@QuarkusTest
@TestProfile(DeadGatewayTest.OneGateway.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DeadGatewayTest {

  /** Text messages only; the circuit opens after two failures and stays open for a day. */
  public static class OneGateway implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "test.gateway.port",
          Integer.toString(freePort()),
          "caseclock.channels.text.kind",
          "sms",
          "caseclock.channels.text.url",
          "http://127.0.0.1:${test.gateway.port}/send",
          "caseclock.channels.text.allow-private",
          "true",
          "caseclock.channels.text.template",
          "{\"to\":\"{to}\",\"n\":\"{count}\",\"text\":\"{text}\"}",
          "caseclock.circuit.failures",
          "2",
          "caseclock.circuit.first-pause",
          "24h",
          "caseclock.circuit.longest-pause",
          "24h",
          "caseclock.pipeline.circuit-pause",
          "1ms");
    }

    /** Below the ports that the system hands to outgoing connections. */
    private static int freePort() {
      for (var port = 30_000; port < 32_000; port++) {
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
          return free.getLocalPort();
        } catch (IOException taken) {
          continue;
        }
      }
      throw new IllegalStateException("no free port from 30000 to 31999");
    }
  }

  @Inject Office office;
  @Inject Sql sql;
  @Inject Directory directory;
  @Inject ChannelQueues queues;
  @Inject SendDue sendDue;
  @Inject FailoverJob failover;

  @ConfigProperty(name = "test.gateway.port")
  int port;

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private volatile int status;
  private @Nullable HttpServer gateway;

  @BeforeEach
  void open() throws IOException {
    office.open();
    reachable("O1", "officer", "19900000001");
    reachable("L1", "legal-officer", "19900000002");
    status = 503;
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/send",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (status == 200) {
            arrived.add(body);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    gateway = server;
  }

  @AfterEach
  void close() {
    if (gateway != null) {
      gateway.stop(0);
    }
  }

  private void reachable(String officer, String role, String mobile) {
    directory.apply(
        List.of(
            new OfficerAssigned(
                officer,
                "虚构" + officer,
                "D0102",
                Set.of(role),
                Map.of("mobile", mobile),
                Instant.EPOCH)));
  }

  private void send() throws InterruptedException {
    for (var queue : queues.all()) {
      sendDue.run(queue);
    }
    failover.ofOpenCircuit("text");
  }

  private void aDayPasses() {
    sql.update("update channel_circuit set probe_at = ? where channel = 'text'", Instant.now());
  }

  private List<String> to(String mobile) {
    return arrived.stream().filter(body -> body.contains(mobile)).toList();
  }

  @Test
  void nothing_is_lost_and_afterwards_there_is_one_digest_and_no_storm() throws Exception {
    for (var n = 0; n < 20; n++) {
      office.hears(breachOf("D" + n));
      send();
    }
    assertThat(arrived).isEmpty();
    assertThat(office.texts("select state from channel_circuit where channel = 'text'"))
        .containsExactly("OPEN");

    status = 200;
    aDayPasses();
    office.settle();
    for (var n = 0; n < 3; n++) {
      send();
    }

    assertThat(to("19900000001")).hasSize(1).first().asString().contains("\"n\":\"40\"");
    assertThat(to("19900000002")).hasSize(1).first().asString().contains("\"n\":\"20\"");
    assertThat(office.texts("select message_id from message_recipient where state = 'waiting'"))
        .isEmpty();
  }

  @Test
  void an_officer_without_a_contact_is_a_finding_and_the_next_role_is_told() {
    directory.apply(
        List.of(
            new OfficerAssigned(
                "O1", "虚构O1", "D0102", Set.of("officer"), Map.of(), Instant.EPOCH)));

    office.hears(breachOf("D1"));
    office.hears(breachOf("D2"));

    assertThat(office.texts("select subject from message where rule = 'contact-gap'"))
        .containsExactly("officer/O1");
    assertThat(
            office.texts(
                """
                select recipient || ' ' || why from message_recipient
                where message_id = 'D1:1:breach' and channel = 'text' order by 1
                """))
        .containsExactly("L1 legal-officer");
    reachable("O1", "officer", "19900000001");
    office.hears(breachOf("D3"));
    assertThat(office.texts("select officer from contact_gap where closed_at is null")).isEmpty();
  }
}
