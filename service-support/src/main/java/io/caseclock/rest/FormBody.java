package io.caseclock.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A body of {@code application/x-www-form-urlencoded}, read as strictly as JSON: percent-encoded
 * UTF-8 that can be stored. The framework's own readers put U+FFFD in place of what is none, and
 * differ in what they make of bytes that are not encoded; here these are faults.
 *
 * @param fields what was sent, by name, in its order
 * @param unreadable names of fields whose values are no such text; an empty one stands for a name
 *     that is none
 */
public record FormBody(Map<String, List<String>> fields, Set<String> unreadable) {

  /** Reads a whole body. */
  public static FormBody read(byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Set<String> unreadable = new LinkedHashSet<>();
    for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
      if (!pair.isEmpty()) {
        add(pair.split("=", 2), fields, unreadable);
      }
    }
    return new FormBody(fields, unreadable);
  }

  private static void add(String[] pair, Map<String, List<String>> fields, Set<String> unreadable) {
    var name = PercentDecoding.ofForm(pair[0]);
    var value = PercentDecoding.ofForm(pair.length == 2 ? pair[1] : "");
    if (name.isEmpty() || value.isEmpty()) {
      unreadable.add(name.orElse(""));
    } else {
      fields.computeIfAbsent(name.get(), any -> new ArrayList<>()).add(value.get());
    }
  }

  /** Leaves out what was sent. */
  @Override
  public String toString() {
    return "FormBody[" + fields.keySet() + "]";
  }
}
