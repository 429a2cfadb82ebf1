package io.caseclock.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Speaks to a service on loopback byte by byte, as no good client does. */
public final class RawCaller implements Closeable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  private RawCaller(Socket socket) {
    this.socket = socket;
  }

  /** A new connection. */
  public static RawCaller to(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawCaller(socket);
  }

  /** The head of a POST with a token, up to its empty line. */
  public static String head(String path, String token, String... headers) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + token
        + "\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  /** Sends and flushes. */
  public RawCaller send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends and flushes. */
  public RawCaller send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** All that comes until the service closes; fails where it does not within twenty seconds. */
  public String untilClosed() throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection stays open after: " + all, e);
    } catch (IOException reset) {
      all.write("\n(reset)".getBytes(StandardCharsets.ISO_8859_1));
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** The first line of the answer. */
  public String statusLine() throws IOException {
    var line = new StringBuilder();
    int next;
    while ((next = socket.getInputStream().read()) != -1 && next != '\n') {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** Whether the service closes while one byte after the other is sent, at most so many. */
  public boolean isClosedWhileDripping(int bytes) throws IOException {
    socket.setSoTimeout(100);
    for (var sent = 0; sent < bytes; sent++) {
      try {
        socket.getOutputStream().write('a');
        if (socket.getInputStream().read() == -1) {
          return true;
        }
      } catch (SocketTimeoutException stillOpen) {
        continue;
      } catch (IOException reset) {
        return true;
      }
    }
    return false;
  }

  /** The first bytes of the answer that comes while so many bytes are sent, one after the other. */
  public String answerWhileDripping(int bytes) throws IOException {
    socket.setSoTimeout(100);
    for (var sent = 0; sent < bytes; sent++) {
      try {
        socket.getOutputStream().write(' ');
        return new String(socket.getInputStream().readNBytes(1), StandardCharsets.ISO_8859_1)
            + statusLine();
      } catch (SocketTimeoutException notYet) {
        continue;
      }
    }
    throw new AssertionError("nothing was answered while " + bytes + " bytes came");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
