package io.caseclock.notify.notice.document.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds a TrueType font with Chinese characters. OpenType fonts with PostScript outlines, such as
 * Noto CJK, cannot be embedded and are passed over.
 */
public final class ChineseFont {

  /** Where systems keep such fonts. */
  static final List<Path> WELL_KNOWN =
      List.of(
          Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
          Path.of("/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf"),
          Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
          Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
          Path.of("/usr/share/fonts/truetype/arphic/uming.ttc"),
          Path.of("/usr/share/fonts/truetype/arphic/ukai.ttc"),
          Path.of("/Library/Fonts/Arial Unicode.ttf"),
          Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
          Path.of("/System/Library/Fonts/Supplemental/Songti.ttc"),
          Path.of("C:\\Windows\\Fonts\\simhei.ttf"),
          Path.of("C:\\Windows\\Fonts\\simsun.ttc"),
          Path.of("C:\\Windows\\Fonts\\msyh.ttc"));

  private static final int A_CHINESE_CHARACTER = '整';

  /** The first usable one; a configured file that is not usable is no reason to take another. */
  static Optional<Path> find(Optional<Path> configured) {
    return configured.map(List::of).orElse(WELL_KNOWN).stream()
        .filter(ChineseFont::isUsable)
        .findFirst();
  }

  private static boolean isUsable(Path file) {
    if (!Files.isReadable(file)) {
      return false;
    }
    try (var font = FontFile.open(file)) {
      return font.isEmbeddable() && font.glyph(A_CHINESE_CHARACTER) != 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private ChineseFont() {}
}
