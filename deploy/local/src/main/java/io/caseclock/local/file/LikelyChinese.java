package io.caseclock.local.file;

/**
 * Tells GB18030 from Western text, which is often good GB18030 too: {@code Müller} is, with a rare
 * character in the place of two letters.
 */
final class LikelyChinese {

  private LikelyChinese() {}

  /**
   * Whether a line in which not all is ASCII was written in GB18030: at least half of its
   * characters consist of two high bytes, as nearly all do that people write, or of four bytes, of
   * which two are digits. In Western text letters without a mark stand beside those that have one.
   */
  static boolean is(byte[] line) {
    if (TextEncoding.GBK.text(line).isEmpty()) {
      return false;
    }
    var characters = 0;
    var chinese = 0;
    for (var i = 0; i + 1 < line.length; i++) {
      if (line[i] < 0) {
        characters++;
        var isLong = line[i + 1] >= '0' && line[i + 1] <= '9';
        chinese += isLong || line[i + 1] < 0 ? 1 : 0;
        i += isLong ? 3 : 1;
      }
    }
    return chinese * 2 >= characters;
  }
}
