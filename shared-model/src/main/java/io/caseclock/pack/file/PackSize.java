package io.caseclock.pack.file;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How large a pack may be. A pack comes from a person, also over HTTP; whatever it holds, to read
 * it takes about a second. The largest file of the shipped packs has some 30,000 characters.
 */
final class PackSize {

  /** Characters of one file. */
  static final int FILE = 1_048_576;

  /** Characters of all files. */
  static final int ALL = 4 * FILE;

  /** Number of files. */
  static final int FILES = 300;

  /** Characters of one line of YAML: what stands between two of its breaks is read in one go. */
  static final int LINE = 20_000;

  /** Items of one list, and rules of a pack. */
  static final int ITEMS = 2_000;

  private static final Pattern LOOKALIKE =
      Pattern.compile(".*\\.(ya?ml|csv|tsv|x?html?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACES =
      Pattern.compile(
          "(pack|events|facts|lists|indicators|routes|tasks|standing|bulletins)\\.yaml"
              + "|examples\\.csv"
              + "|rules/[^/]+\\.yaml|calendars/(index\\.yaml|\\d{4}\\.csv)"
              + "|documents/.+\\.html");
  private static final Pattern FORMAT = Pattern.compile(".*\\.(yaml|csv|html)");

  /** Whether a file of that name is part of a pack; others in its folder are passed over. */
  static boolean isOfThePack(String file) {
    return FORMAT.matcher(file).matches();
  }

  /**
   * Whether a file looks as if it were meant to be part of the pack, by its ending, and is not,
   * since nothing reads a file of that name or in that place.
   */
  static boolean isMisplaced(String file) {
    return LOOKALIKE.matcher(file).matches() && !PLACES.matcher(file).matches();
  }

  /** Notes whatever is too large; returns whether it all may be read. */
  static boolean check(PackFiles files, Mistakes mistakes) {
    if (files.texts().size() > FILES) {
      mistakes.add("pack.yaml", 0, "expected at most " + FILES + " files");
    }
    var all = 0L;
    for (var file : files.texts().entrySet()) {
      all += file.getValue().length();
      check(file, mistakes);
    }
    if (all > ALL) {
      mistakes.add("pack.yaml", 0, "expected at most " + ALL + " characters in all files");
    }
    return mistakes.isEmpty();
  }

  private static void check(Map.Entry<String, String> file, Mistakes mistakes) {
    var text = file.getValue();
    if (text.length() > FILE) {
      mistakes.add(file.getKey(), 0, "expected at most " + FILE + " characters in a file");
    } else if (file.getKey().endsWith(".yaml")) {
      checkLines(file.getKey(), text, mistakes);
    }
  }

  private static void checkLines(String file, String text, Mistakes mistakes) {
    var line = 1;
    var start = 0;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      } else if (i - start == LINE) {
        mistakes.add(file, line, "expected at most " + LINE + " characters in a line");
        return;
      }
    }
  }

  private PackSize() {}
}
