package io.caseclock.attribute;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of an event: a URI-reference as RFC 3986 writes it, in its one normal form. Scheme,
 * namespace of a URN and host are the same in either case of their letters; an escaped letter or
 * digit is the letter or digit.
 */
public final class SourceUri {

  /** The most characters of a source. */
  public static final int LONGEST = 250;

  private static final String PERCENT = "%[0-9A-Fa-f]{2}";
  private static final String PCHAR = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|" + PERCENT + ")";

  /** RFC 3986, appendix A: URI-reference, without the finer points of an IPv6 address. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*:)?"
              + "(?<authority>//(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|"
              + PERCENT
              + ")*+@)?(?:\\[[0-9A-Za-z:.]++\\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|"
              + PERCENT
              + ")*+)(?::[0-9]*+)?)?"
              + "(?<path>(?:"
              + PCHAR
              + "|/)*+)"
              + "(?<query>\\?(?:"
              + PCHAR
              + "|[/?])*+)?"
              + "(?<fragment>#(?:"
              + PCHAR
              + "|[/?])*+)?");

  private static final Pattern ESCAPE = Pattern.compile(PERCENT);
  private static final Pattern FIRST_COLON = Pattern.compile("[^/]*:");

  private SourceUri() {}

  /** The normal form, or why the text is no URI-reference. */
  public static Reading<String> read(String text) {
    if (text.isEmpty()) {
      return Reading.refused("is empty");
    }
    if (text.length() > LONGEST) {
      return Reading.refused("is longer than " + LONGEST + " characters");
    }
    var foreign = text.codePoints().filter(point -> point <= ' ' || point > '~').findFirst();
    if (foreign.isPresent()) {
      return Reading.refused(
          String.format(
              Locale.ROOT,
              "must be a URI-reference (RFC 3986): U+%04X has to be percent-encoded or left out",
              foreign.getAsInt()));
    }
    return readAscii(text);
  }

  private static Reading<String> readAscii(String text) {
    var match = REFERENCE.matcher(text);
    if (!match.matches() || !isPathAllowed(match)) {
      return Reading.refused("must be a URI-reference (RFC 3986), such as urn:precinct:a32010");
    }
    var scheme = lower(match.group("scheme"));
    var path = unescaped(match.group("path"));
    if (hasDotSegment(path)) {
      return Reading.refused("has . or .. as a part, which stands for a place in a path");
    }
    return Reading.sound(
        scheme
            + authority(match.group("authority"))
            + (scheme.equals("urn:") ? lowerNamespace(path) : path)
            + unescaped(match.group("query"))
            + unescaped(match.group("fragment")));
  }

  /** What follows a host begins with a slash; what looks like a scheme without one is none. */
  private static boolean isPathAllowed(Matcher match) {
    var path = match.group("path");
    if (match.group("authority") != null) {
      return path.isEmpty() || path.startsWith("/");
    }
    return match.group("scheme") != null || !FIRST_COLON.matcher(path).lookingAt();
  }

  private static boolean hasDotSegment(String path) {
    for (var segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String authority(@Nullable String authority) {
    var plain = unescaped(authority);
    var host = plain.indexOf('@') + 1;
    return plain.substring(0, host) + lowerLetters(plain.substring(host));
  }

  private static String lowerNamespace(String path) {
    var end = path.indexOf(':') < 0 ? path.length() : path.indexOf(':');
    return lowerLetters(path.substring(0, end)) + path.substring(end);
  }

  /** In lower case, but for the digits of an escape, which are upper case in the normal form. */
  private static String lowerLetters(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.indexOf('%') < 0
        ? lower
        : ESCAPE.matcher(lower).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
  }

  private static String lower(@Nullable String scheme) {
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  /** Escapes of letters, digits, {@code -._~} resolved, the others in upper case. */
  private static String unescaped(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.indexOf('%') < 0
        ? text
        : ESCAPE.matcher(text).replaceAll(escape -> unescapedCharacter(escape.group()));
  }

  private static String unescapedCharacter(String escape) {
    var character = (char) Integer.parseInt(escape.substring(1), 16);
    return isUnreserved(character) ? String.valueOf(character) : escape.toUpperCase(Locale.ROOT);
  }

  private static boolean isUnreserved(char character) {
    return character < 0x7F
        && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
  }
}
