package io.caseclock.local.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the characters of a file stand in bytes. */
public enum TextEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8, 1, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
  /** GB18030, of which GBK and GB2312 are parts. */
  GBK("GBK", Charset.forName("GB18030"), 1, new byte[0]),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, 2, new byte[] {(byte) 0xFF, (byte) 0xFE}),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, 2, new byte[] {(byte) 0xFE, (byte) 0xFF}),
  /** What Excel writes in Western Europe; never recognised, since every text is good in it. */
  WINDOWS_1252("windows-1252", Charset.forName("windows-1252"), 1, new byte[0]);

  /** Those that may be named. */
  public static final String NAMES = "utf-8, gb18030 (or gbk), windows-1252, utf-16le, utf-16be";

  private final String name;
  private final Charset charset;
  private final int unit;
  private final byte[] mark;

  TextEncoding(String name, Charset charset, int unit, byte[] mark) {
    this.name = name;
    this.charset = charset;
    this.unit = unit;
    this.mark = mark;
  }

  /** The encoding of that name in any case, such as {@code gbk}. */
  public static Optional<TextEncoding> named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name.equalsIgnoreCase(name) || one.charset.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** In which the bytes were most likely written; empty where no guess is better than another. */
  static Optional<TextEncoding> likely(byte[] bytes) {
    if (UTF_8.text(bytes).isPresent()) {
      return Optional.of(UTF_8);
    }
    if (LikelyChinese.is(bytes)) {
      return Optional.of(GBK);
    }
    return WINDOWS_1252.text(bytes).map(text -> WINDOWS_1252);
  }

  /** The text with U+FFFD for what is wrong in it; to be shown, never to be sent. */
  String shown(byte[] bytes) {
    return new String(bytes, charset);
  }

  /** How many bytes the smallest part of a character takes up. */
  int unit() {
    return unit;
  }

  ByteOrder order() {
    return this == UTF_16LE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  /** The byte order mark that a file may begin with; empty where there is none. */
  byte[] mark() {
    return mark.clone();
  }

  boolean isMarked(byte[] start) {
    return mark.length > 0
        && start.length >= mark.length
        && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
  }

  byte[] bytes(String text) {
    return text.getBytes(charset);
  }

  /** Returns the text; empty where one byte of it is wrong. Nothing is replaced. */
  Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
