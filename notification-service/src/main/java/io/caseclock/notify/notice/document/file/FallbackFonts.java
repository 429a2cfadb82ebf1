package io.caseclock.notify.notice.document.file;

import com.openhtmltopdf.util.OpenUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which fonts a document needs besides its own two. A font is opened only where those before it
 * lack a character, since the large ones hold some fifty megabytes.
 */
final class FallbackFonts {

  /** Fonts with rare characters and signs, the larger ones last. TrueType, one font a file. */
  static final List<Path> FURTHER =
      List.of(
          Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
          Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
          Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
          Path.of("/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf"),
          Path.of("/Library/Fonts/Arial Unicode.ttf"),
          Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
          Path.of("C:\\Windows\\Fonts\\simsunb.ttf"),
          Path.of("C:\\Windows\\Fonts\\seguisym.ttf"));

  private final List<Path> further;

  FallbackFonts(List<Path> further) {
    this.further = List.copyOf(further);
  }

  /**
   * The fonts that a text needs.
   *
   * @param files further fonts, in the order in which they are asked
   * @param lacking characters that none of the fonts has
   */
  record Choice(List<Path> files, Set<Integer> lacking) {
    Choice {
      files = List.copyOf(files);
    }
  }

  /**
   * Chooses for a text.
   *
   * @param own the fonts that are asked first
   */
  Choice choose(String text, List<TrueTypeFont> own) throws IOException {
    var lacking = new TreeSet<Integer>();
    text.codePoints().filter(FallbackFonts::isSeen).forEach(lacking::add);
    for (var font : own) {
      strike(lacking, font);
    }
    var files = new ArrayList<Path>();
    for (var file : further) {
      if (!lacking.isEmpty() && Files.isReadable(file) && strikesAny(lacking, file)) {
        files.add(file);
      }
    }
    return new Choice(files, new LinkedHashSet<>(lacking));
  }

  /** A file that is no font, or that may not be embedded, is skipped. */
  private static boolean strikesAny(Set<Integer> lacking, Path file) {
    try (var opened = ChineseFont.open(file)) {
      var font = opened.font();
      return opened.isEmbeddable() && strike(lacking, font);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Characters that the library silently leaves out count as missing in every font, and so do those
   * of the private use area, whose look every font chooses for itself.
   */
  private static boolean strike(Set<Integer> lacking, TrueTypeFont font) throws IOException {
    var glyphs = font.getUnicodeCmapLookup();
    return lacking.removeIf(
        character ->
            OpenUtil.isCodePointPrintable(character)
                && Character.getType(character) != Character.PRIVATE_USE
                && glyphs.getGlyphId(character) != 0);
  }

  /** Invisible characters need no glyph: line breaks, joiners, soft hyphens. */
  private static boolean isSeen(int character) {
    return !Character.isWhitespace(character)
        && Character.getType(character) != Character.FORMAT
        && character != ' ';
  }

  /** A font of the class path. */
  static TrueTypeFont read(InputStream font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  /** Opens a file when the renderer asks for it. */
  static InputStream stream(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
