package io.caseclock.e2e.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Follows every link from the first page on: asks for two addresses of each kind, so that a link
 * that leads to an error is found, and looks at one page of each path. Two addresses are of one
 * kind where they differ only in ids and in the values of parameters; ids count as one in a path,
 * too.
 */
final class Walk {

  private static final int MOST_PAGES = 120;
  private static final int ASKED_OF_A_KIND = 2;
  private static final Pattern ID = Pattern.compile(".*(\\d|%).*");

  /** What stands below these pages is one thing of many, by its name. */
  private static final Set<String> NAMED =
      Set.of("rules", "indicators", "lists", "templates", "packs", "calendars", "channels");

  private static final List<Integer> WIDTHS = List.of(360, 1920, 1280);

  private final Visit visit;
  private final String language;
  private final Wording wording;
  private final Set<String> examined;
  private final Set<String> looked = new HashSet<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, List<String>> faults = new LinkedHashMap<>();
  private final Queue<String> ahead = new ArrayDeque<>();

  /**
   * @param examined paths whose accessibility other walks have examined; those of this one are
   *     added
   */
  Walk(Visit visit, String language, Wording wording, Set<String> examined) {
    this.visit = visit;
    this.language = language;
    this.wording = wording;
    this.examined = examined;
  }

  /** What is wrong, by address. */
  Map<String, List<String>> from(String path) {
    ahead.add(path);
    while (!ahead.isEmpty() && pages() < MOST_PAGES) {
      take(ahead.remove());
    }
    return faults;
  }

  int pages() {
    return looked.size();
  }

  private void take(String address) {
    if (asked.merge(kind(address), 1, Integer::sum) <= ASKED_OF_A_KIND
        && isPage(address)
        && looked.add(path(address))) {
      look(address);
    }
  }

  /** Asks for it; what is no page is a file, or a document of the API, in which no script runs. */
  private boolean isPage(String address) {
    var answer = visit.page().request().get(address);
    if (answer.status() >= 400) {
      fault(address, "status " + answer.status());
      return false;
    }
    framed(answer.headers()).forEach(it -> fault(address, it));
    return !address.startsWith("/api/")
        && !answer.headers().containsKey("content-disposition")
        && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
  }

  /** No other site shows it in a frame, by the old header or by the new one. */
  private static Stream<String> framed(Map<String, String> headers) {
    var policy = headers.getOrDefault("content-security-policy", "");
    return Stream.of(
            policy.contains("frame-ancestors 'none'")
                ? ""
                : "may be framed by its policy: " + policy,
            "DENY".equals(headers.get("x-frame-options")) ? "" : "may be framed by old browsers")
        .filter(it -> !it.isEmpty());
  }

  private void look(String address) {
    var page = visit.page();
    visit.forget();
    var response = page.navigate(address);
    if (response == null || response.status() != 200) {
      fault(address, "status " + (response == null ? 0 : response.status()));
      return;
    }
    visit.settle();
    wording.leftovers(language, shown(page)).forEach(it -> fault(address, "other language: " + it));
    ahead.addAll(links(page));
    WIDTHS.forEach(width -> fits(page, address, width));
    if (examined.add(path(address))) {
      shorten(page);
      inaccessible(page).forEach(it -> fault(address, it));
    }
    visit.complaints().forEach(it -> fault(address, it));
  }

  private void fits(Page page, String address, int width) {
    page.setViewportSize(width, width == 360 ? 740 : 900);
    if (visit.scrollsSideways()) {
      fault(address, "wider than " + width + ": " + visit.tooWide());
    }
  }

  /** The first rows of a table, or lines of a list, stand for the rest, which is like them. */
  private static void shorten(Page page) {
    page.evaluate(
        "document.querySelectorAll('main :is(tr, li):nth-child(n+8)').forEach(it => it.remove())");
  }

  /** In the light and in the dark, which differ in colours only. */
  private static List<String> inaccessible(Page page) {
    var light = findings(axe(page));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    var dark = findings(axe(page).withRules(List.of("color-contrast")));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return Stream.concat(light, dark.map(it -> "dark: " + it)).toList();
  }

  /** Without a page of its own for the results, which only pages with frames need. */
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static Stream<String> findings(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .map(it -> it.getId() + " " + it.getNodes().getFirst().getHtml());
  }

  /** Every text, and every attribute that is read out or shown, outside what names its language. */
  @SuppressWarnings("unchecked")
  private static List<String> shown(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => {
              const texts = [];
              const root = document.documentElement.lang;
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const own = walker.currentNode.parentElement.closest('[lang]').lang;
                if (own === root) texts.push(walker.currentNode.textContent.trim());
              }
              document.querySelectorAll('[placeholder],[aria-label],[title]').forEach(e =>
                ['placeholder', 'aria-label', 'title'].forEach(a =>
                  e.hasAttribute(a) && texts.push(e.getAttribute(a).trim())));
              return texts.filter(t => t);
            }
            """);
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    var found =
        (List<String>)
            page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))");
    return found.stream()
        .map(link -> link.replaceAll("#.*", ""))
        .filter(link -> link.startsWith("/") && !link.startsWith("/sign-out"))
        .filter(link -> !link.contains("lang=") && !link.contains("theme="))
        .distinct()
        .toList();
  }

  private static String kind(String address) {
    var parts = address.split("\\?", 2);
    return parts.length == 1
        ? path(address)
        : path(address)
            + Stream.of(parts[1].split("&"))
                .map(one -> one.replaceAll("=.*", ""))
                .distinct()
                .sorted()
                .toList();
  }

  /** Without parameters, ids as one. */
  private static String path(String address) {
    List<String> path = new ArrayList<>();
    for (var segment : address.replaceAll("\\?.*", "").split("/")) {
      var isId = ID.matcher(segment).matches() || (path.size() == 2 && NAMED.contains(path.get(1)));
      path.add(isId ? "*" : segment);
    }
    return String.join("/", path);
  }

  private void fault(String address, String what) {
    faults.computeIfAbsent(address, key -> new ArrayList<>()).add(what);
  }
}
