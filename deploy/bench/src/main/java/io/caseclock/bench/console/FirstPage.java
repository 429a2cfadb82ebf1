package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Timings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The overview with every file that it refers to, as a browser loads it that was never here. */
final class FirstPage {

  private static final Pattern FILE =
      Pattern.compile("<(?:link|script|img)\\b[^>]*?(?:href|src)=\"(/[^\"]+)\"");

  /** A file that a style sheet names; what stands in the sheet itself is left out. */
  private static final Pattern OF_STYLE = Pattern.compile("url\\([\"']?(/[^\"')]+)[\"']?\\)");

  private final Browser visitor;
  private final List<Long> nanos = new ArrayList<>();
  private long bytes;
  private int files;

  FirstPage(Browser visitor) {
    this.visitor = visitor;
  }

  /** Loads it once more; the files one after the other. */
  void load() throws IOException, InterruptedException {
    try (var browser = visitor.fresh()) {
      var page = required(browser, "/");
      var all = page.bytes();
      var took = page.nanos();
      Set<String> named = named(FILE, page.text());
      Set<String> seen = new LinkedHashSet<>(named);
      for (var path : List.copyOf(named)) {
        var file = required(browser, path);
        all += file.bytes();
        took += file.nanos();
        if (path.endsWith(".css")) {
          for (var further : named(OF_STYLE, file.text())) {
            if (seen.add(further)) {
              var image = required(browser, further);
              all += image.bytes();
              took += image.nanos();
            }
          }
        }
      }
      nanos.add(took);
      bytes = Math.max(bytes, all);
      files = seen.size();
    }
  }

  /** A page that fails is small and quick. */
  private static Browser.Answer required(Browser browser, String path)
      throws IOException, InterruptedException {
    var file = browser.get(path);
    if (file.status() != 200) {
      throw new IllegalStateException(path + " is answered by " + file.status());
    }
    return file;
  }

  private static Set<String> named(Pattern what, String text) {
    return what.matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  Timings timings() {
    return new Timings(nanos);
  }

  /** Of the largest. */
  long bytes() {
    return bytes;
  }

  int files() {
    return files;
  }
}
