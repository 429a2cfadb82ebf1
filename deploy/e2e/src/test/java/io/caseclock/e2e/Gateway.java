package io.caseclock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.local.StackOptions;
import java.io.BufferedReader;
import java.io.EOFException;
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
 * The other end of channels, on loopback. Either it takes every post and every mail, or it fails at
 * every second post and refuses every mail, with a word on whom it was for.
 */
public final class Gateway implements AutoCloseable {

  private static final int ALL = Integer.MAX_VALUE;

  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer webhook;
  private final ServerSocket mail;
  private final int failsAtEach;

  private Gateway(HttpServer webhook, ServerSocket mail, int failsAtEach) {
    this.webhook = webhook;
    this.mail = mail;
    this.failsAtEach = failsAtEach;
  }

  /** One that takes every second post and no mail. */
  static Gateway start() {
    return start(2);
  }

  /** One that takes every post and every mail. */
  public static Gateway taking() {
    return start(ALL);
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

  /** Lets mails be sent here. */
  public StackOptions mailed(StackOptions options) {
    return options
        .told("CASECLOCK_EMAIL_ENABLED", "true")
        .told("CASECLOCK_EMAIL_FROM", "caseclock@police.example")
        .told("QUARKUS_MAILER_HOST", "127.0.0.1")
        .told("QUARKUS_MAILER_PORT", Integer.toString(mail.getLocalPort()));
  }

  int posts() {
    return posts.size();
  }

  /** All mails that were taken, each with its head as it came. */
  public List<String> mails() {
    return List.copyOf(mails);
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
        threads.execute(() -> converse(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket connection) {
    try (connection;
        var lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      say(connection, "220 mail.police.example");
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        say(connection, answer(line));
        if (failsAtEach == ALL && isCommand(line, "DATA")) {
          mails.add(read(lines));
          say(connection, "250 taken");
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private String answer(String line) {
    if (failsAtEach == ALL) {
      return isCommand(line, "DATA") ? "354 go on" : "250 as you like";
    }
    return isCommand(line, "RCPT") ? "550 5.1.1 nobody here: " + line : "250 as you like";
  }

  private static String read(BufferedReader lines) throws IOException {
    var whole = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(".")) {
        return whole.toString();
      }
      whole.append(line).append('\n');
    }
    throw new EOFException("a mail that has no end");
  }

  private static boolean isCommand(String line, String command) {
    return line.toUpperCase(Locale.ROOT).startsWith(command);
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
