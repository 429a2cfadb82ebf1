package io.caseclock.pack.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes the templates of printed documents from {@code documents/}. */
final class DocumentReader {

  private static final String FOLDER = "documents/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.html");

  static Map<String, String> read(PackFiles files, Mistakes mistakes) {
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
