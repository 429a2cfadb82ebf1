package io.caseclock.notify.notice.evidence.file;

import java.util.regex.Pattern;

/**
 * What the dictionaries of a PDF's objects say of other files: a stream whose content stands in one
 * ({@code /F}), a form that stands for a page of one ({@code /Ref}), and the name of one by itself.
 * Every dictionary behind the word {@code obj} is looked at, whatever surrounds the word.
 */
final class PdfStreams {

  private static final Pattern OBJECT = Pattern.compile("obj" + PdfContent.GAP + "*+<<");
  private static final Pattern GAPS = Pattern.compile(PdfContent.GAP + "*+");
  private static final Pattern REFERENCE =
      Pattern.compile("[0-9]++" + PdfContent.GAP + "++[0-9]++" + PdfContent.GAP + "++R");
  private static final Pattern NAME = Pattern.compile("/([^\\s\\x00()<>\\[\\]{}/%]*+)");

  /** Dictionaries within each other's texts may be looked at again and again, but not for ever. */
  private static final int TIMES = 8;

  private final String plain;
  private long left;

  private PdfStreams(String plain) {
    this.plain = plain;
    this.left = (long) TIMES * plain.length() + 1_000;
  }

  /** Takes the whole text of a file in which names are written plainly. */
  static boolean keepToThemselves(String plain) {
    return new PdfStreams(plain).keepToThemselves();
  }

  private boolean keepToThemselves() {
    var objects = OBJECT.matcher(plain);
    while (objects.find()) {
      if (left < 0 || leadsAway(objects.end())) {
        return false;
      }
    }
    return true;
  }

  /** Reads from behind the beginning of a dictionary to its end; its own entries count. */
  private boolean leadsAway(int from) {
    var depth = 1;
    var at = from;
    var away = false;
    var elsewhere = false;
    while (at < plain.length() && depth > 0) {
      var next = plain.charAt(at);
      if (next == '(') {
        at = behindText(at);
      } else if (next == '%') {
        at = behindLine(at);
      } else if (plain.startsWith("<<", at) || plain.startsWith(">>", at)) {
        depth += next == '<' ? 1 : -1;
        at += 2;
      } else if (next == '/') {
        var name = nameAt(at);
        at += 1 + name.length();
        if (depth == 1 && (name.equals("F") || name.equals("Ref"))) {
          var value = valueAt(at);
          away |= name.equals("F") && isFile(value);
          elsewhere |= isFile(value) || isReference(value);
        }
      } else {
        at++;
      }
    }
    left -= at - from;
    return away || (elsewhere && plain.startsWith("stream", valueAt(at)));
  }

  private int valueAt(int at) {
    var gaps = GAPS.matcher(plain).region(at, plain.length());
    return gaps.lookingAt() ? gaps.end() : at;
  }

  private boolean isFile(int at) {
    return at < plain.length() && (plain.charAt(at) == '(' || plain.charAt(at) == '<');
  }

  private boolean isReference(int at) {
    return REFERENCE.matcher(plain).region(at, plain.length()).lookingAt();
  }

  private String nameAt(int at) {
    var name = NAME.matcher(plain).region(at, plain.length());
    return name.lookingAt() ? name.group(1) : "";
  }

  /** Parentheses may stand in a text where they are paired or escaped. */
  private int behindText(int from) {
    var depth = 0;
    for (var at = from; at < plain.length(); at++) {
      switch (plain.charAt(at)) {
        case '\\' -> at++;
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return at + 1;
      }
    }
    return plain.length();
  }

  private int behindLine(int from) {
    var at = from;
    while (at < plain.length() && plain.charAt(at) != '\r' && plain.charAt(at) != '\n') {
      at++;
    }
    return at;
  }
}
