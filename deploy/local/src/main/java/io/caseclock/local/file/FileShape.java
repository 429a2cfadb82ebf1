package io.caseclock.local.file;

import io.caseclock.local.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be told of a file by reading it once.
 *
 * @param encoding in which it is read
 * @param lines how many it has
 */
public record FileShape(TextEncoding encoding, long lines) {

  private static final int START = 8;

  /**
   * Looks at every line. A byte order mark decides; so do the zero bytes of UTF-16. Of the rest GBK
   * is what has Chinese in GBK only: one line of good UTF-8 with more than ASCII, and the file is
   * UTF-8, in which the lines that are not are named. Throws {@link StackException} for what is no
   * text, such as a workbook.
   */
  public static FileShape of(Path file, Optional<TextEncoding> said) {
    var start = start(file);
    refuseWhatIsNoText(start);
    var certain = said.or(() -> byStart(start));
    var votes = new Votes();
    try (var lines = FileLines.of(file, certain.orElse(TextEncoding.UTF_8))) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        votes.count(line.bytes());
      }
    }
    return new FileShape(certain.orElseGet(votes::encoding), votes.lines);
  }

  private static byte[] start(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static Optional<TextEncoding> byStart(byte[] start) {
    for (var encoding : TextEncoding.values()) {
      if (encoding.isMarked(start)) {
        return Optional.of(encoding);
      }
    }
    if (start.length < 2 || (start[0] == 0) == (start[1] == 0)) {
      return Optional.empty();
    }
    return Optional.of(start[0] == 0 ? TextEncoding.UTF_16BE : TextEncoding.UTF_16LE);
  }

  private static void refuseWhatIsNoText(byte[] start) {
    if (begins(start, 'P', 'K', 3, 4) || begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new StackException(
          "这是 Excel 工作簿，请另存为“CSV UTF-8（逗号分隔）”。"
              + "\nThis is a workbook. Save it as \"CSV UTF-8 (comma delimited)\".");
    }
    if (begins(start, 0x1F, 0x8B)) {
      throw new StackException("这是压缩文件，请先解压。\nThis is a gzip file. Unpack it first.");
    }
    if (begins(start, 0xFF, 0xFE, 0, 0) || begins(start, 0, 0, 0xFE, 0xFF)) {
      throw new StackException("不支持 UTF-32 编码，请另存为 UTF-8。\nUTF-32 is not read. Save it as UTF-8.");
    }
  }

  private static boolean begins(byte[] start, int... with) {
    for (var i = 0; i < with.length; i++) {
      if (i >= start.length || start[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }

  /** What each line that is more than ASCII can be. */
  private static final class Votes {

    private long lines;
    private long utf8;
    private long gbk;
    private long neither;

    void count(byte[] line) {
      lines++;
      if (isAscii(line)) {
        return;
      }
      if (TextEncoding.UTF_8.text(line).isPresent()) {
        utf8++;
      } else if (LikelyChinese.is(line)) {
        gbk++;
      } else {
        neither++;
      }
    }

    TextEncoding encoding() {
      return utf8 == 0 && gbk > neither ? TextEncoding.GBK : TextEncoding.UTF_8;
    }

    private static boolean isAscii(byte[] line) {
      for (var one : line) {
        if (one < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
