package io.caseclock.notify.channel.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The body of a gateway's request, with places that are filled in and escaped for its format. */
public final class Template {

  /** What may be filled in. */
  public static final Set<String> PLACES =
      Set.of("to", "text", "textEn", "id", "level", "kind", "count", "link");

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);

  /** Gateways look for their own delimiters in the bytes. */
  private static final String ASCII = "{}<>&=%\"aZ09";

  /** How a value is made harmless in its format, and how a character that the charset lacks. */
  private record Escape(UnaryOperator<String> value, IntFunction<String> lacking) {}

  private final String text;
  private final Charset charset;
  private final Escape escape;

  /**
   * Throws where a place is unknown, where the message could not be sent to anybody, and where the
   * charset is unknown or does not hold the template itself.
   *
   * @param contentType JSON, a form or XML; decides how values are escaped, and with {@code
   *     charset} in which bytes they are sent: UTF-8 where it says nothing
   */
  public Template(String text, String contentType) {
    this.text = text;
    this.charset = charset(contentType);
    this.escape = escape(contentType, charset);
    if (!lacking(text).isEmpty()) {
      throw new IllegalArgumentException(
          "the template holds " + lacking(text) + ", which " + charset + " does not have");
    }
    var unknown = PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    unknown.stream()
        .filter(place -> !PLACES.contains(place))
        .findFirst()
        .ifPresent(
            place -> {
              throw new IllegalArgumentException("the template has no place {" + place + "}");
            });
    if (!text.contains("{to}")) {
      throw new IllegalArgumentException("the template needs {to}");
    }
  }

  private static Charset charset(String contentType) {
    var named = CHARSET.matcher(contentType);
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      var charset = Charset.forName(named.group(1));
      if (charset.canEncode() && new String(ASCII.getBytes(charset), US_ASCII).equals(ASCII)) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("content-type names no charset: " + named.group(1), e);
    }
    throw new IllegalArgumentException(
        "content-type names a charset that does not keep ASCII as it is: " + named.group(1));
  }

  private static Escape escape(String contentType, Charset charset) {
    var type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    if (type.endsWith("/json") || type.endsWith("+json")) {
      return new Escape(
          value -> new String(JsonStringEncoder.getInstance().quoteAsString(value)),
          Template::escapedInJson);
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return new Escape(value -> URLEncoder.encode(value, charset), Template::inNoWay);
    }
    if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return new Escape(
          Template::escapeXml, character -> "&#x" + Integer.toHexString(character) + ";");
    }
    throw new IllegalArgumentException("content-type is JSON, a form or XML, not " + type);
  }

  private static String escapedInJson(int character) {
    return Character.toString(character)
        .chars()
        .mapToObj(unit -> String.format("\\u%04x", unit))
        .collect(Collectors.joining());
  }

  private static String inNoWay(int character) {
    throw new LackingException(named(character));
  }

  private static String named(int character) {
    return String.format("U+%04X", character);
  }

  private static String escapeXml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  Charset charset() {
    return charset;
  }

  /**
   * The bytes to send; a {@link LackingException} where the charset lacks a character of a value
   * and the format has no other way to write it. Never a substitute. Values are never looked
   * through for places themselves.
   */
  public byte[] fill(Map<String, String> values) {
    var filled =
        PLACE
            .matcher(text)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
    return filled.getBytes(charset);
  }

  /** What the charset lacks is written as the format can. */
  private String escaped(String value) {
    var encoder = charset.newEncoder();
    var written = new StringBuilder();
    value
        .codePoints()
        .forEach(
            character -> {
              var plain = Character.toString(character);
              written.append(
                  encoder.canEncode(plain)
                      ? escape.value().apply(plain)
                      : escape.lacking().apply(character));
            });
    return written.toString();
  }

  private String lacking(String value) {
    var encoder = charset.newEncoder();
    return value
        .codePoints()
        .filter(character -> !encoder.canEncode(Character.toString(character)))
        .distinct()
        .mapToObj(Template::named)
        .collect(Collectors.joining(", "));
  }

  /** The charset has no bytes for a character, and the format no other way to write it. */
  static final class LackingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LackingException(String character) {
      super(character);
    }
  }
}
