package io.caseclock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.local.StackOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The other end of channels, on loopback: a webhook that takes every post, or every second one and
 * fails at the others; every mail is refused, with a word on whom it was for.
 */
public final class Gateway implements AutoCloseable {

  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer webhook;
  private final ServerSocket mail;
  private final int failsAtEach;

  private Gateway(HttpServer webhook, ServerSocket mail, int failsAtEach) {
    this.webhook = webhook;
    this.mail = mail;
    this.failsAtEach = failsAtEach;
  }

  /** One whose webhook takes every second post. */
  static Gateway start() {
    return start(2);
  }

  /** One whose webhook takes every post. */
  public static Gateway taking() {
    return start(Integer.MAX_VALUE);
  }

  private static Gateway start(int failsAtEach) {
    var loopback = InetAddress.getLoopbackAddress();
    try {
      var gateway =
          new Gateway(
              HttpServer.create(new InetSocketAddress(loopback, 0), 0),
              new ServerSocket(0, 0, loopback),
              failsAtEach);
      gateway.webhook.createContext("/", gateway::take);
      gateway.webhook.start();
      gateway.threads.execute(gateway::answerMails);
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets everything that is told of a unit be posted here too. */
  public StackOptions told(StackOptions options, String unit) {
    return told(options).told("CASECLOCK_CHANNELS_HOOK_UNITS", unit);
  }

  /** Lets everything that is told be posted here too. */
  StackOptions told(StackOptions options) {
    return options
        .told("CASECLOCK_CHANNELS_HOOK_KIND", "webhook")
        .told("CASECLOCK_CHANNELS_HOOK_URL", url())
        .told("CASECLOCK_CHANNELS_HOOK_SECRET", "sample-secret-of-a-webhook")
        .told("CASECLOCK_CHANNELS_HOOK_ALLOW_PRIVATE", "true");
  }

  private String url() {
    return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook";
  }

  int mailPort() {
    return mail.getLocalPort();
  }

  int posts() {
    return posts.size();
  }

  /** All that was posted. */
  String text() {
    return String.join("\n", posts);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      posts.add(exchange.getRequestHeaders() + " " + new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(posts.size() % failsAtEach == 0 ? 500 : 200, -1);
    }
  }

  private void answerMails() {
    while (!mail.isClosed()) {
      try {
        var connection = mail.accept();
        threads.execute(() -> refuse(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void refuse(Socket connection) {
    try (connection;
        var lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      say(connection, "220 mail.police.example");
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        say(connection, isRecipient(line) ? "550 5.1.1 nobody here: " + line : "250 as you like");
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static boolean isRecipient(String line) {
    return line.toUpperCase(Locale.ROOT).startsWith("RCPT");
  }

  private static void say(Socket connection, String line) throws IOException {
    connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    webhook.stop(0);
    threads.shutdownNow();
    try {
      mail.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
