package io.caseclock.pack.file;

import io.caseclock.pack.PrintedDocuments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the templates of printed documents from {@code documents/}, and what {@code notices} of
 * {@code pack.yaml} says about them.
 */
final class DocumentReader {

  private static final String FOLDER = "documents/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.html");

  static PrintedDocuments read(PackFiles files, YamlObject head, Mistakes mistakes) {
    return new PrintedDocuments(templates(files, mistakes), englishAnnex(head));
  }

  private static boolean englishAnnex(YamlObject head) {
    if (!head.has("notices")) {
      return PrintedDocuments.NONE.englishAnnex();
    }
    var notices = head.object("notices").only("english-annex");
    return RouteReader.flag(notices, "english-annex", PrintedDocuments.NONE.englishAnnex());
  }

  private static Map<String, String> templates(PackFiles files, Mistakes mistakes) {
    Map<String, String> documents = new LinkedHashMap<>();
    files
        .texts()
        .forEach(
            (file, text) -> {
              if (file.startsWith(FOLDER)) {
                var name = file.substring(FOLDER.length());
                if (!NAME.matcher(name).matches()) {
                  mistakes.add(file, 0, "a document is a file like documents/notice.html");
                } else if (text.isBlank()) {
                  mistakes.add(file, 0, "the file is empty");
                } else {
                  documents.put(name, text);
                }
              }
            });
    return documents;
  }

  private DocumentReader() {}
}
