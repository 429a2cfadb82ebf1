package io.caseclock.notify.channel.sms;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a gateway's request, with places that are filled in and escaped for its format. */
public final class Template {

  /** What may be filled in. */
  public static final Set<String> PLACES =
      Set.of("to", "text", "textEn", "id", "level", "kind", "count", "link");

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final String text;
  private final UnaryOperator<String> escape;

  /**
   * Throws where a place is unknown, or where the message could not be sent to anybody.
   *
   * @param contentType JSON, a form or XML; decides how values are escaped
   */
  public Template(String text, String contentType) {
    this.text = text;
    this.escape = escape(contentType);
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

  private static UnaryOperator<String> escape(String contentType) {
    var type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    if (type.endsWith("/json") || type.endsWith("+json")) {
      return value -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return value -> URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
    if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return Template::escapeXml;
    }
    throw new IllegalArgumentException("content-type is JSON, a form or XML, not " + type);
  }

  private static String escapeXml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /** Values are never looked through for places themselves. */
  public byte[] fill(Map<String, String> values) {
    var filled =
        PLACE
            .matcher(text)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        escape.apply(values.getOrDefault(place.group(1), ""))));
    return filled.getBytes(StandardCharsets.UTF_8);
  }
}
