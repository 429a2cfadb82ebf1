package io.caseclock.testsupport;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a door must refuse, whatever it is the door to. */
public final class Spoiled {

  /**
   * JSON objects that are none to us, by what is wrong with them.
   *
   * @param sound members of a sound body, such as {@code "unit":"D01"}
   */
  public static Map<String, byte[]> bodies(String sound) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("nothing", new byte[0]);
    bodies.put("blanks", utf8("  "));
    bodies.put("no JSON", utf8("hello"));
    bodies.put("half an object", utf8("{" + sound));
    bodies.put("an array", utf8("[]"));
    bodies.put("a number", utf8("5"));
    bodies.put("an unknown member", utf8("{" + sound + ",\"nonsense\":1}"));
    bodies.put("a member twice", utf8("{" + sound + "," + sound + "}"));
    bodies.put("a second value", utf8("{" + sound + "}{" + sound + "}"));
    bodies.put("text behind", utf8("{" + sound + "} x"));
    bodies.put("an escaped NUL", utf8("{" + sound + ",\"a\":\"\\u0000\"}"));
    bodies.put("a raw NUL", utf8("{" + sound + ",\"a\":\"\u0000\"}"));
    bodies.put("half a surrogate pair", utf8("{" + sound + ",\"a\":\"\\ud800\"}"));
    bodies.put("a name with NUL", utf8("{" + sound + ",\"\\u0000\":1}"));
    bodies.put("NaN", utf8("{" + sound + ",\"a\":NaN}"));
    bodies.put("a number beyond a double", utf8("{" + sound + ",\"a\":1e999}"));
    bodies.put("a number that loses digits", utf8("{" + sound + ",\"a\":0.12345678901234567}"));
    bodies.put("65 levels", utf8("{" + sound + ",\"a\":" + "[".repeat(65) + "]".repeat(65) + "}"));
    bodies.put("100,000 levels", utf8("[".repeat(100_000)));
    bodies.put("a byte order mark", utf8("\ufeff{" + sound + "}"));
    bodies.put("GBK", ("{" + sound + ",\"a\":\"案件\"}").getBytes(Charset.forName("GBK")));
    bodies.put("UTF-16", ("{" + sound + "}").getBytes(StandardCharsets.UTF_16LE));
    bodies.put("overlong UTF-8", overlong(sound));
    return bodies;
  }

  /** Query strings that are no text, each in the value of the parameter. */
  public static List<String> queries(String parameter) {
    return List.of(
        parameter + "=%00",
        parameter + "=a%0d%0ab",
        parameter + "=%FF",
        parameter + "=%C0%80",
        parameter + "=%ED%A0%80",
        parameter + "=%E4%B8",
        parameter + "=%EF%BF%BD",
        parameter + "=a&" + parameter + "=b",
        "nonsense=1",
        "%00=1",
        "=1");
  }

  /** Queries that are no URI: the HTTP server itself refuses them, before any code of ours. */
  public static List<String> queriesOfNoUri(String parameter) {
    return List.of(parameter + "=%zz", parameter + "=%", parameter + "=\u00e6\u00a1\u0088");
  }

  /** Path segments that are no text. */
  public static List<String> segments() {
    return List.of("%00", "a%0d%0ab", "%FF", "%C0%80", "%ED%A0%80", "%zz", "%", "\u00e6\u00a1");
  }

  private static byte[] overlong(String sound) {
    var body = utf8("{" + sound + ",\"a\":\"__\"}");
    body[body.length - 4] = (byte) 0xC0;
    body[body.length - 3] = (byte) 0x80;
    return body;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Spoiled() {}
}
