package io.caseclock.notify.notice.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of files that are taken as evidence, each told by its content. */
public enum EvidenceType {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  TEXT("text/plain", "txt");

  private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final String mediaType;
  private final String extension;

  EvidenceType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What a stored file's name ends with, without the dot. */
  public String extension() {
    return extension;
  }

  /** The type that was declared, whatever parameters came with it; empty where none was. */
  public static Optional<EvidenceType> ofMediaType(@Nullable String declared) {
    if (declared == null) {
      return Optional.empty();
    }
    var plain = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(plain)).findFirst();
  }

  /** The type that the content shows; empty where it is none of these. */
  public static Optional<EvidenceType> ofContent(byte[] content) {
    if (beginsWith(content, PDF_HEAD)) {
      return Optional.of(PDF);
    }
    if (beginsWith(content, JPEG_HEAD)) {
      return Optional.of(JPEG);
    }
    if (beginsWith(content, PNG_HEAD)) {
      return Optional.of(PNG);
    }
    return isText(content) ? Optional.of(TEXT) : Optional.empty();
  }

  private static boolean beginsWith(byte[] content, byte[] head) {
    return content.length >= head.length
        && Arrays.equals(content, 0, head.length, head, 0, head.length);
  }

  /** UTF-8 without control characters other than line ends and tabs. */
  private static boolean isText(byte[] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .chars()
          .noneMatch(c -> c == 0x7F || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'));
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
