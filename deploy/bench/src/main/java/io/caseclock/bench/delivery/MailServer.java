package io.caseclock.bench.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server on the loopback address that refuses a part of what it is given, by chance, with a
 * temporary error after the whole mail was sent. The same seed refuses the same attempts.
 */
final class MailServer implements AutoCloseable {

  private static final int HUNDRED = 100;

  private final int failingPercent;
  private final long seed;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final Map<String, Arrived> arrived = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();

  MailServer(int failingPercent, long seed) {
    this.failingPercent = failingPercent;
    this.seed = seed;
    try {
      socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /**
   * A mail that the server took.
   *
   * @param times how often; more than once is a doubled mail
   */
  record Arrived(String to, int times) {}

  int port() {
    return socket.getLocalPort();
  }

  /** By Message-ID. */
  Map<String, Arrived> arrived() {
    return Map.copyOf(arrived);
  }

  long refused() {
    return refused.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        threads.execute(() -> converse(client));
      } catch (SocketException e) {
        return; // it was closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void converse(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      var out = client.getOutputStream();
      say(out, "220 load.example.invalid ESMTP");
      var to = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (word) {
          case "RCPT" -> {
            to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            say(out, "250 ok");
          }
          case "DATA" -> {
            say(out, "354 go on");
            say(out, judge(messageId(in), to));
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the service hung up; what was not answered was not taken
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String messageId(BufferedReader in) throws IOException {
    var id = "";
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
        id = line.substring(11).strip();
      }
    }
    return id;
  }

  private String judge(String messageId, String to) {
    var attempt = attempts.computeIfAbsent(messageId, id -> new AtomicInteger()).incrementAndGet();
    var chance = new SplittableRandom(seed ^ 31L * messageId.hashCode() + attempt);
    if (chance.nextInt(HUNDRED) < failingPercent) {
      refused.incrementAndGet();
      return "451 4.3.0 try again later";
    }
    arrived.merge(
        messageId, new Arrived(to, 1), (before, again) -> new Arrived(to, before.times() + 1));
    return "250 taken";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
