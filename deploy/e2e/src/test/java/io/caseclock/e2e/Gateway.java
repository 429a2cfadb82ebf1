package io.caseclock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
 * The other end of channels, on loopback: takes every second post of a webhook, and fails at the
 * others; refuses every mail, and says to whom it was.
 */
final class Gateway implements AutoCloseable {

  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer webhook;
  private final ServerSocket mail;

  private Gateway(HttpServer webhook, ServerSocket mail) {
    this.webhook = webhook;
    this.mail = mail;
  }

  static Gateway start() {
    var loopback = InetAddress.getLoopbackAddress();
    try {
      var gateway =
          new Gateway(
              HttpServer.create(new InetSocketAddress(loopback, 0), 0),
              new ServerSocket(0, 0, loopback));
      gateway.webhook.createContext("/", gateway::take);
      gateway.webhook.start();
      gateway.threads.execute(gateway::answerMails);
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
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
      exchange.sendResponseHeaders(posts.size() % 2 == 0 ? 200 : 500, -1);
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
  public void close() throws IOException {
    webhook.stop(0);
    mail.close();
    threads.shutdownNow();
  }
}
