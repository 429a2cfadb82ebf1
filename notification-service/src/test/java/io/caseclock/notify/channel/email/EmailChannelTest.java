package io.caseclock.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.RemoteChannelBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.Json;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EmailChannelTest.RealMail.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class EmailChannelTest extends RemoteChannelBehaviour {

  private static final String FROM = "caseclock@police.example";
  private static final String TO = "o7731@police.example";

  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  private GreenMail server = new GreenMail();
  private SmtpFront front;

  /** The service's own mail client, as in production, towards a port of this machine. */
  public static class RealMail implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.mailer.mock",
          "false",
          "quarkus.mailer.host",
          "127.0.0.1",
          "quarkus.mailer.port",
          Integer.toString(freePort()),
          "quarkus.mailer.start-tls",
          "DISABLED");
    }

    /**
     * A port that each test can bind anew: below those that the system hands to outgoing
     * connections, any of which might sit on it between two tests.
     */
    private static int freePort() {
      for (var port = 25_000; port < 30_000; port++) {
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
          return free.getLocalPort();
        } catch (IOException taken) {
          continue;
        }
      }
      throw new IllegalStateException("no free port from 25000 to 29999");
    }
  }

  @BeforeEach
  void open() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    front = new SmtpFront(port, server.getSmtp().getPort());
  }

  @AfterEach
  void close() throws Exception {
    front.close();
    server.stop();
  }

  @Override
  protected Channel channel(OtherEnd otherEnd) throws Exception {
    front.behave(otherEnd);
    return new EmailChannel(mailer, FROM, TEXT, otherEnd.patience(), eventLoop());
  }

  private Executor eventLoop() {
    var loop = vertx.getOrCreateContext();
    return command -> loop.runOnContext(begun -> command.run());
  }

  @Override
  protected String to() {
    return TO;
  }

  @Override
  protected List<String> arrived() throws Exception {
    List<String> arrived = new ArrayList<>();
    for (var message : server.getReceivedMessages()) {
      arrived.add(full(message));
    }
    return arrived;
  }

  private static String full(MimeMessage message) throws Exception {
    var headers = new ByteArrayOutputStream();
    message.writeTo(headers);
    return utf8(headers.toByteArray()) + "\n" + message.getSubject() + "\n" + message.getContent();
  }

  @Override
  protected String identity(String arrival) {
    return arrival.lines().filter(line -> line.startsWith("Message-ID:")).findFirst().orElse("");
  }

  @Test
  void a_mail_has_a_subject_and_one_line_in_each_language() throws Exception {
    send(OtherEnd.TAKES);

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("【案件时钟】特急 3 条 / [CaseClock] 3 grave");
    assertThat(String.valueOf(mail.getContent()).strip().lines())
        .containsExactly(
            "【案件时钟】特急 3 条，请查看 http://console.example/messages/M1",
            "[CaseClock] 3 grave, see http://console.example/messages/M1");
    assertThat(Arrays.toString(mail.getFrom())).isEqualTo("[" + FROM + "]");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@police.example>");
  }

  @Test
  void another_delivery_has_another_message_id() throws Exception {
    var channel = channel(OtherEnd.TAKES);
    channel.send(delivery(channel, 1));
    channel.send(delivery(channel, 1, "M2"));

    assertThat(arrived().stream().map(this::identity).distinct()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TO + "\r\nBcc: q9x@police.example", TO + ">\r\nRCPT TO:<q9x@police.example"})
  void an_address_that_is_more_than_one_reaches_nobody(String address) throws Exception {
    var channel = channel(OtherEnd.TAKES);
    var good = delivery(channel, 1);

    assertThat(channel.send(sent(good, address, good.body()))).isNotEqualTo(new Delivered());
    assertThat(arrived()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n"})
  void a_subject_with_ends_of_lines_makes_no_header(String end) throws Exception {
    var channel = channel(OtherEnd.TAKES);
    var subject = "示例" + end + "X-Q9x: forged" + end + "Bcc: q9x@police.example";
    var body = Json.bytes(Map.of("subject", subject, "text", "示例"));

    channel.send(sent(delivery(channel, 1), TO, body));

    for (var message : server.getReceivedMessages()) {
      assertThat(message.getHeader("X-Q9x")).isNull();
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getAllRecipients()).hasSize(1);
    }
  }

  private static Delivery sent(Delivery good, String address, byte[] body) {
    return new Delivery(
        good.id(),
        good.channel(),
        good.recipient(),
        address,
        good.unit(),
        good.kind(),
        good.level(),
        good.count(),
        good.messageId(),
        good.caseId(),
        good.queuedAt(),
        good.attempt(),
        body);
  }

  @Test
  void a_mail_that_was_taken_without_a_word_did_arrive_and_may_be_repeated() throws Exception {
    assertThat(send(OtherEnd.TAKES_AND_HANGS))
        .isEqualTo(new Failed(Reason.TIMEOUT, "no answer in time"));

    assertThat(server.waitForIncomingEmail(2000, 1)).isTrue();
  }

  @Test
  void a_server_that_comes_back_is_used_again() throws Exception {
    assertThat(send(OtherEnd.IS_AWAY)).isInstanceOf(Failed.class);
    assertThat(send(OtherEnd.TAKES)).isEqualTo(new Delivered());
  }

  @Test
  void more_conversations_than_a_batch_may_hang_and_a_server_that_recovers_is_used_again()
      throws Exception {
    var channel = channel(OtherEnd.IS_SILENT);
    Callable<DeliveryOutcome> sending = () -> channel.send(delivery(channel, 1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var sent : threads.invokeAll(Collections.nCopies(60, sending))) {
        assertThat(sent.get()).isEqualTo(new Failed(Reason.TIMEOUT, "no answer in time"));
      }
    }

    front.switchTo(OtherEnd.TAKES);
    assertThat(channel.send(delivery(channel, 2))).isEqualTo(new Delivered());
  }

  /** Once in some hundred mails the client missed a greeting that came at once. */
  @Test
  void no_mail_hangs_at_a_server_that_greets_at_once() throws Exception {
    front.behave(OtherEnd.TAKES);
    var channel = new EmailChannel(mailer, FROM, TEXT, Duration.ofSeconds(10), eventLoop());
    List<Callable<DeliveryOutcome>> sendings = new ArrayList<>();
    for (var number = 0; number < 1_500; number++) {
      var delivery = delivery(channel, 1, "M" + number);
      sendings.add(() -> channel.send(delivery));
    }
    Set<DeliveryOutcome> outcomes = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(20, Thread.ofVirtual().factory())) {
      for (var sent : threads.invokeAll(sendings)) {
        outcomes.add(sent.get());
      }
    }

    assertThat(outcomes).containsExactly(new Delivered());
  }

  @Test
  void an_address_that_the_server_does_not_know_is_never_tried_again() {
    assertThat(SmtpFailure.of(answer(550, "550 5.1.1 no such user <o7731@police.example>")))
        .isEqualTo(new Undeliverable(Reason.UNKNOWN_ADDRESSEE));
    assertThat(SmtpFailure.of(answer(553, "553 what is that")))
        .isEqualTo(new Undeliverable(Reason.UNKNOWN_ADDRESSEE));
  }

  @Test
  void a_server_that_wants_no_mail_of_ours_is_the_channels_fault() {
    assertThat(SmtpFailure.of(answer(550, "550 5.7.1 relaying denied")))
        .isEqualTo(new Failed(Reason.REJECTED, "SMTP 550"));
    assertThat(SmtpFailure.of(answer(451, "451 4.7.1 greylisted")))
        .isEqualTo(new Failed(Reason.REJECTED, "SMTP 451"));
    assertThat(SmtpFailure.of(answer(535, "535 5.7.8 who are you")))
        .isEqualTo(new Failed(Reason.REJECTED, "SMTP 535"));
  }

  private static SMTPException answer(int code, String line) {
    return new SMTPException("recipient address not accepted", code, List.of(line), code >= 500);
  }

  @Test
  void a_sender_that_is_no_address_stops_the_start() {
    for (var from : List.of("", "nobody", "@police.example", "a@")) {
      assertThatThrownBy(
              () -> new EmailChannel(mailer, from, TEXT, OtherEnd.TAKES.patience(), eventLoop()))
          .hasMessageContaining("caseclock.email.from");
    }
  }
}
