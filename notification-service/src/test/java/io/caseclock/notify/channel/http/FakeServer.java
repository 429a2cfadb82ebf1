package io.caseclock.notify.channel.http;

import io.caseclock.notify.channel.ChannelBehaviour.OtherEnd;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An HTTP server at 127.0.0.1 that can behave as badly as a real one. */
public final class FakeServer implements AutoCloseable {

  /** Far more than all buffers between two sockets hold. */
  public static final long WITHOUT_END = 64L * 1024 * 1024;

  private static final byte[] FILLING = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicLong written = new AtomicLong();
  private final OtherEnd behaviour;
  private final String taken;
  private final String refused;

  /**
   * @param taken an answer, from its status on, such as {@code 200 OK\r\n\r\n}
   */
  public FakeServer(OtherEnd behaviour, String taken, String refused) throws IOException {
    this.behaviour = behaviour;
    this.taken = taken;
    this.refused = refused;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    if (behaviour == OtherEnd.IS_AWAY) {
      server.close();
    } else {
      threads.execute(this::accept);
    }
  }

  /** A status with a body. */
  public static String answer(String status, String body) {
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    return status + "\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  public URI url(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + pathAndQuery);
  }

  /** Each request in full. */
  public List<String> requests() {
    return requests;
  }

  /** How much of an endless answer the other side let through. */
  public long written() {
    return written.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      while (true) {
        requests.add(read(in));
        if (!respond(socket, out)) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client has what it wanted.
    }
  }

  /** Whether another request may follow. */
  private boolean respond(Socket socket, OutputStream out) throws IOException {
    switch (behaviour) {
      case TAKES -> write(out, taken);
      case REFUSES -> write(out, refused);
      case BREAKS_OFF -> socket.close();
      case TAKES_AND_HANGS ->
          write(out, taken.replaceFirst("\r\nContent-Length: \\d+", "\r\nContent-Length: 999"));
      case ANSWERS_WITHOUT_END -> endless(out);
      case IS_SILENT, IS_AWAY -> {}
    }
    return behaviour == OtherEnd.TAKES || behaviour == OtherEnd.REFUSES;
  }

  private static void write(OutputStream out, String answer) throws IOException {
    out.write(("HTTP/1.1 " + answer).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void endless(OutputStream out) throws IOException {
    write(out, "200 OK\r\nContent-Length: " + WITHOUT_END + "\r\n\r\n");
    while (written.get() < WITHOUT_END) {
      out.write(FILLING);
      written.addAndGet(FILLING.length);
    }
  }

  private static String read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!endsHead(bytes.toByteArray())) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("the client went away");
      }
      bytes.write(next);
    }
    bytes.write(in.readNBytes(length(bytes.toString(StandardCharsets.UTF_8))));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean endsHead(byte[] bytes) {
    var n = bytes.length;
    return n > 3 && bytes[n - 1] == '\n' && bytes[n - 2] == '\r' && bytes[n - 3] == '\n';
  }

  private static int length(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
