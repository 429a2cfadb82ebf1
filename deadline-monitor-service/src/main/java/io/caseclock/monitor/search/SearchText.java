package io.caseclock.monitor.search;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody typed, in the normal form of identifiers and with capital letters, too. What can be
 * no part of an identifier finds nothing.
 *
 * @param spellings none where nothing can be found
 */
public record SearchText(List<String> spellings) {

  public static final int SHORTEST = 2;

  public static final int LONGEST = 100;

  /** Whom and what a case may be about besides itself. */
  private static final List<String> KINDS =
      List.of("person", "property", "venue", "case-file", "incident");

  private static final String CASE = "case/";
  private static final String OFFICER = "officer/";

  public SearchText {
    spellings = List.copyOf(spellings);
  }

  public static SearchText of(String typed) {
    return switch (Identifier.read(typed.strip())) {
      case Reading.Sound<String> sound -> spelled(sound.value());
      case Reading.Refused<String> refused -> new SearchText(List.of());
    };
  }

  private static SearchText spelled(String text) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(text);
    spellings.add(text.toUpperCase(Locale.ROOT));
    return new SearchText(List.copyOf(spellings));
  }

  public boolean isEmpty() {
    return spellings.isEmpty();
  }

  /** What a case number may be. */
  public List<String> caseNumbers() {
    return spellings.stream()
        .map(text -> text.toLowerCase(Locale.ROOT).startsWith(CASE) ? text.substring(5) : text)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** How the subject may begin: with the kind that was typed, or with any. */
  public List<String> subjects() {
    List<String> beginnings = new ArrayList<>();
    for (var text : spellings) {
      var slash = text.indexOf('/');
      var kind = slash < 0 ? "" : text.substring(0, slash).toLowerCase(Locale.ROOT);
      if (KINDS.contains(kind)) {
        beginnings.add(kind + text.substring(slash));
      } else if (slash < 0) {
        KINDS.forEach(each -> beginnings.add(each + "/" + text));
      }
    }
    return beginnings.stream().distinct().toList();
  }

  /** How the identifier of a subject may end; none where its kind was typed, which begins it. */
  public List<String> subjectEnds() {
    return spellings.stream().filter(text -> text.indexOf('/') < 0).toList();
  }

  /** An officer's id or name. */
  public String officer() {
    var text = spellings.getFirst();
    return text.toLowerCase(Locale.ROOT).startsWith(OFFICER)
        ? text.substring(OFFICER.length())
        : text;
  }
}
