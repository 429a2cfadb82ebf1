package io.caseclock.notify.notice;

import java.util.Optional;

/** Makes a PDF of the frozen HTML, and of nothing else. */
@FunctionalInterface
public interface PdfPress {

  /** Empty where no font with Chinese characters is at hand. */
  Optional<FrozenDocument> print(Notice notice, FrozenDocument html);
}
