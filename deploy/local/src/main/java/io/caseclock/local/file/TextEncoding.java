package io.caseclock.local.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the characters of a file stand in bytes. */
public enum TextEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8, 1, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
  /** GB18030, of which GBK and GB2312 are parts. */
  GBK("GBK", Charset.forName("GB18030"), 1, new byte[0]),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, 2, new byte[] {(byte) 0xFF, (byte) 0xFE}),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, 2, new byte[] {(byte) 0xFE, (byte) 0xFF});

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
    var upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name.equals(upper)).findFirst();
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
