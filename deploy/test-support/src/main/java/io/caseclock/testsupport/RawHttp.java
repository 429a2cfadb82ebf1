package io.caseclock.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Sends a request byte for byte: what no client library lets a test write. */
public final class RawHttp {

  private static final int LONGEST_WAIT_MILLIS = 20_000;

  private final int port;
  private final String token;

  /**
   * @param port on the loopback address
   */
  public RawHttp(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param head the status line and the headers, in lower case
   * @param body as it came, chunk lengths and all
   */
  public record Answer(int status, String head, String body) {}

  /** A request without a body, such as {@code GET /a?b=%00}. */
  public Answer send(String line, String... headers) {
    return send(line, new byte[0], headers);
  }

  /** A JSON body under a POST or PUT. */
  public Answer sendJson(String line, String body) {
    return send(line, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
  }

  /** Any body with any headers. */
  public Answer send(String line, byte[] body, String... headers) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
      var request = new ByteArrayOutputStream();
      request.writeBytes(latin1(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"));
      request.writeBytes(latin1("Authorization: Bearer " + token + "\r\n"));
      List.of(headers).forEach(header -> request.writeBytes(latin1(header + "\r\n")));
      request.writeBytes(latin1("Content-Length: " + body.length + "\r\n\r\n"));
      request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + line, e);
    }
  }

  private static Answer answer(String text) {
    var parts = text.split("\r\n\r\n", 2);
    return new Answer(
        Integer.parseInt(parts[0].substring(9, 12)),
        parts[0].toLowerCase(Locale.ROOT),
        parts.length == 2 ? parts[1] : "");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
