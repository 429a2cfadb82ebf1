package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.StoredDocument;
import java.util.List;

/** Makes a PDF of the stored HTML, and of nothing else. */
@FunctionalInterface
public interface PdfRenderer {

  /** What came of it. */
  sealed interface Outcome {}

  /** Every character of the document is in it. */
  record Rendered(StoredDocument pdf) implements Outcome {}

  /** No font with Chinese characters is at hand. */
  record NoFont() implements Outcome {}

  /** Others are being rendered, and their turn took too long; a later attempt may well succeed. */
  record Busy() implements Outcome {}

  /**
   * Some characters are in none of the fonts; nothing was rendered, since a substitute would say
   * something else.
   *
   * @param characters such as {@code U+20BB7}, in ascending order, each once
   */
  record Lacking(List<String> characters) implements Outcome {
    public Lacking {
      characters = List.copyOf(characters);
    }
  }

  Outcome render(Notice notice, StoredDocument html);
}
