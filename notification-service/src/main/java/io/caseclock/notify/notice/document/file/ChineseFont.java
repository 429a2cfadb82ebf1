package io.caseclock.notify.notice.document.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

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
    try (var font = open(file)) {
      return font.isUsable();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Opens it; the caller closes it after the document is written. */
  static Opened open(Path file) throws IOException {
    if (!file.toString().endsWith(".ttc")) {
      return new Opened(new TTFParser().parse(new RandomAccessReadBufferedFile(file)), null);
    }
    var collection = new TrueTypeCollection(file.toFile());
    var first = new First();
    collection.processAllFonts(first::take);
    return new Opened(first.required(file), collection);
  }

  /** An open font, and the collection that it lives in. */
  record Opened(TrueTypeFont font, @Nullable TrueTypeCollection collection)
      implements AutoCloseable {

    boolean isUsable() throws IOException {
      return isEmbeddable() && font.getUnicodeCmapLookup().getGlyphId(A_CHINESE_CHARACTER) != 0;
    }

    /** Whether it has the outlines that a PDF takes. */
    boolean isEmbeddable() throws IOException {
      return font.getTableMap().containsKey("glyf");
    }

    @Override
    public void close() throws IOException {
      font.close();
      if (collection != null) {
        collection.close();
      }
    }
  }

  /** Keeps the first font of a collection. */
  private static final class First {
    private @Nullable TrueTypeFont font;

    void take(TrueTypeFont next) {
      font = font == null ? next : font;
    }

    TrueTypeFont required(Path file) throws IOException {
      if (font == null) {
        throw new IOException("a collection without a font: " + file);
      }
      return font;
    }
  }

  private ChineseFont() {}
}
