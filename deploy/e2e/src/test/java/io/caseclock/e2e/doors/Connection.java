package io.caseclock.e2e.doors;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept connection to a service of this machine on which anything may be sent, also what a
 * well-behaved client refuses to send. Not for several threads.
 */
final class Connection implements AutoCloseable {

  /** Whoever waits longer calls it a hang. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final int port;
  private @Nullable Socket socket;
  private InputStream input = InputStream.nullInputStream();

  Connection(int port) {
    this.port = port;
  }

  /** Sends and reads the answer; {@link Reply#NONE} where none came. */
  Reply send(Request request) {
    var bytes = request.bytes();
    var fresh = socket == null;
    var reply = exchange(bytes);
    if (reply.status() == 0 && !fresh) {
      reply = exchange(bytes); // a kept connection may have been closed meanwhile
    }
    return reply;
  }

  private Reply exchange(byte[] request) {
    try {
      var open = open();
      try {
        open.getOutputStream().write(request);
        open.getOutputStream().flush();
      } catch (IOException e) {
        // whoever does not want the rest of a body answers before it is there, and closes
        return readAfterFailure();
      }
      return read();
    } catch (IOException e) {
      close();
      return Reply.NONE;
    }
  }

  private Reply readAfterFailure() throws IOException {
    var reply = read();
    close();
    return reply;
  }

  private Socket open() throws IOException {
    var open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setTcpNoDelay(true);
      open.setSoTimeout((int) LONGEST.toMillis());
      input = new BufferedInputStream(open.getInputStream(), 1 << 14);
      socket = open;
    }
    return open;
  }

  private Reply read() throws IOException {
    var status = line();
    while (status.startsWith("HTTP/1.1 1")) {
      headers();
      status = line();
    }
    if (!status.startsWith("HTTP/1.")) {
      throw new EOFException("no status line: " + status);
    }
    var code = Integer.parseInt(status.substring(9, 12));
    var headers = headers();
    var body = body(code, headers);
    if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return new Reply(code, headers, body);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var cut = line.indexOf(':');
      headers.put(line.substring(0, cut).toLowerCase(Locale.ROOT), line.substring(cut + 1).strip());
    }
    return headers;
  }

  private byte[] body(int status, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
      close(); // it never ends
      return new byte[0];
    }
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    var length = headers.get("content-length");
    if (length != null) {
      return exactly(Integer.parseInt(length));
    }
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    var rest = input.readAllBytes();
    close();
    return rest;
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      whole.writeBytes(exactly(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer broke off");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("closed");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() {
    var open = socket;
    socket = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
