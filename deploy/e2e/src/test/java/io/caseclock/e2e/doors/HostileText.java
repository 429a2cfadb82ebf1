package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What somebody writes who wants to be more than text wherever it is shown. */
enum HostileText {
  /** A script, an attribute and a template in a page, and a formula in a spreadsheet. */
  MARKUP("=1+1\"><script>q9x()</script>' onq9x='{q9x}${q9x}"),
  /** A header of a letter or of an answer, and a line of a log. */
  LINES("示例q9x\r\nX-Q9x: forged\r\n2099-01-01 00:00:00,000 INFO forged by q9x"),
  /** Whatever stands behind it is read from the right to the left. */
  TURNING("示例q9x\u202Etxt.exe"),
  /** Where a link or an answer leads that takes it for an address. */
  SCRIPT_ADDRESS("javascript:q9x()"),
  /** The same on another host. */
  FOREIGN_ADDRESS("//q9x.example/");

  /** Stands in each of them, and nowhere else. */
  static final String MARK = "q9x";

  private final String text;

  HostileText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** As it stands in a query. */
  String encoded() {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** As it stands in a path, of which a slash would make another one. */
  String segment() {
    return encoded().replace("%2F", "");
  }

  /** As far as it can stand in a header: each character is one byte of it. */
  String inHeader() {
    var line = text.replaceAll("[\r\n]", "");
    return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * The same content with this in it: first in all places at once where people write, since what is
   * done once takes no second text, then in each place that holds a text.
   */
  List<JsonNode> in(JsonNode content) {
    List<JsonNode> hostile = new ArrayList<>();
    hostile.add(replaced(content, HostileText::isWritten));
    for (var place : places(content, "", it -> true)) {
      hostile.add(replacedAt(content.deepCopy(), place));
    }
    return hostile;
  }

  private JsonNode replaced(JsonNode content, Predicate<String> which) {
    var copy = content.deepCopy();
    places(content, "", which).forEach(place -> replacedAt(copy, place));
    return copy;
  }

  /** As people write, and no id, word or time. */
  private static boolean isWritten(String text) {
    return text.indexOf(' ') >= 0 || text.chars().anyMatch(unit -> unit >= 0x4E00);
  }

  private JsonNode replacedAt(JsonNode content, String place) {
    var pointer = JsonPointer.compile(place);
    var last = pointer.last().getMatchingProperty();
    switch (content.at(pointer.head())) {
      case ObjectNode object -> object.put(last, text);
      case ArrayNode array -> array.set(Integer.parseInt(last), text);
      default -> throw new IllegalStateException("no text stands at " + place);
    }
    return content;
  }

  private static List<String> places(JsonNode node, String at, Predicate<String> which) {
    List<String> places = new ArrayList<>();
    if (node.isTextual() && !at.isEmpty() && which.test(node.asText())) {
      places.add(at);
    }
    node.properties()
        .forEach(
            it -> places.addAll(places(it.getValue(), at + "/" + escaped(it.getKey()), which)));
    if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        places.addAll(places(node.get(i), at + "/" + i, which));
      }
    }
    return places;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
