package io.caseclock.notify.notice.evidence.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the links of a PDF lead. What waits for a click may open a page or a letter; whatever else
 * an address may start (a script, a file of the reader's own, a program that has its own scheme) is
 * refused, and so is an address that stands elsewhere and cannot be looked at.
 */
final class PdfAddresses {

  private static final Set<String> SCHEMES =
      Set.of("http", "https", "mailto", "tel", "ftp", "news", "urn", "doi");

  /** As much of an address as tells its scheme. */
  private static final int LOOKED_AT = 200;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "/(?:URI|Base)(?![A-Za-z0-9_.-])"
              + PdfContent.GAP
              + "*+(?:\\((?<text>(?:\\\\[\\s\\S]|[^()\\\\]){0,200})"
              + "|<(?!<)(?<hex>[0-9A-Fa-f\\s]{0,400})"
              + "|(?<elsewhere>[0-9]++"
              + PdfContent.GAP
              + "++[0-9]++"
              + PdfContent.GAP
              + "++R))");

  private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):(?![0-9])[\\s\\S]*");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-7]{1,3})|(\\r\\n|\\r|\\n)|([\\s\\S]))");

  /** Takes a text in which names are written plainly. */
  static boolean areHarmless(String plain) {
    var found = ADDRESS.matcher(plain);
    while (found.find()) {
      if (found.group("elsewhere") != null) {
        return false;
      }
      var text = found.group("text");
      if (!isHarmless(text == null ? ofHex(found.group("hex")) : unescaped(text))) {
        return false;
      }
    }
    return true;
  }

  /** Readers pass over what is not printed, such as the marks of UTF-16. */
  private static boolean isHarmless(String address) {
    var seen = address.replaceAll("[^!-~]", "").toLowerCase(Locale.ROOT);
    var scheme = SCHEME.matcher(seen);
    return !seen.startsWith("\\\\") && (!scheme.matches() || SCHEMES.contains(scheme.group(1)));
  }

  private static String ofHex(String hex) {
    var digits = hex.replaceAll("\\s", "");
    var text = new StringBuilder();
    for (var at = 0; at + 1 < digits.length() && text.length() < LOOKED_AT; at += 2) {
      text.append((char) Integer.parseInt(digits.substring(at, at + 2), 16));
    }
    return text.toString();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found -> {
              if (found.group(1) != null) {
                return Matcher.quoteReplacement(
                    Character.toString((char) (Integer.parseInt(found.group(1), 8) & 0xFF)));
              }
              return found.group(2) != null ? "" : Matcher.quoteReplacement(shown(found.group(3)));
            });
  }

  /** Ends of lines and the like are no part of an address. */
  private static String shown(String escaped) {
    return "nrtbf".contains(escaped) ? "" : escaped;
  }

  private PdfAddresses() {}
}
