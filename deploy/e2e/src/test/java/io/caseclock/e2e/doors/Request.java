package io.caseclock.e2e.doors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it goes over the wire: nothing is checked, encoded or mended on the way.
 *
 * @param target path and query; each character is one byte
 */
record Request(String method, String target, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  static Request of(String method, String target) {
    return new Request(method, target, Map.of(), NOTHING);
  }

  /** The same with another header; an absent one of that name before. */
  Request with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, target, more, body);
  }

  /** The same at another path or with another query. */
  Request at(String other) {
    return new Request(method, other, headers, body);
  }

  Request with(String contentType, byte[] content) {
    return new Request(method, target, headers, content).with("Content-Type", contentType);
  }

  byte[] bytes() {
    var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (body.length > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  /** The text of all that is sent, as far as it is text; without the token. */
  @Override
  public String toString() {
    Map<String, String> shown = new LinkedHashMap<>(headers);
    shown.remove("Authorization");
    return method + " " + target + " " + shown + " " + new String(body, StandardCharsets.UTF_8);
  }
}
