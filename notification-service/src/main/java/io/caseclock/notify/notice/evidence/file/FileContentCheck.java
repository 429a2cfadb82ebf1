package io.caseclock.notify.notice.evidence.file;

import io.caseclock.notify.notice.evidence.ContentCheck;
import io.caseclock.notify.notice.evidence.EvidenceType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads evidence to its end. One file at a time in each replica: what a single one may cost is
 * bounded, and many at once cost no more memory than one.
 */
public final class FileContentCheck implements ContentCheck {

  /** How many bytes browsers read to guess a type. */
  private static final int LOOKED_AT = 1_024;

  private static final List<String> PAGE =
      List.of("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe");

  private final ReentrantLock oneAtATime = new ReentrantLock();

  @Override
  public boolean isSound(EvidenceType type, byte[] content) {
    oneAtATime.lock();
    try {
      return switch (type) {
        case PDF -> !beginsAsPage(content) && PdfContent.isSound(content);
        case JPEG ->
            !beginsAsPage(content)
                && JpegContent.endsAtItsEnd(content)
                && ImageContent.canBeRead(content);
        case PNG -> !beginsAsPage(content) && PngContent.isWhole(content);
        case TEXT -> true;
      };
    } finally {
      oneAtATime.unlock();
    }
  }

  /** A file that is both an image or PDF and a web page is made to deceive. */
  private static boolean beginsAsPage(byte[] content) {
    var length = Math.min(LOOKED_AT, content.length);
    var head = new String(content, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return PAGE.stream().anyMatch(head::contains);
  }
}
