package io.caseclock.pack;

import java.util.Map;
import java.util.Optional;

/**
 * What a pack says about printed documents.
 *
 * @param templates file name, such as {@code notice.html}, and text
 * @param englishAnnex whether a notice has its contents in English at the end as well
 */
public record PrintedDocuments(Map<String, String> templates, boolean englishAnnex) {

  /** Of a pack that says nothing about them. */
  public static final PrintedDocuments NONE = new PrintedDocuments(Map.of(), true);

  public PrintedDocuments {
    templates = Map.copyOf(templates);
  }

  public Optional<String> template(String name) {
    return Optional.ofNullable(templates.get(name));
  }
}
