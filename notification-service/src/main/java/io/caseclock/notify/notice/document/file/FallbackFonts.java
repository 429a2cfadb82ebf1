package io.caseclock.notify.notice.document.file;

import com.openhtmltopdf.util.OpenUtil;
import java.io.IOException;
import java.io.InputStream;
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
 * lack a character, and even then stays in its file, since the large ones have fifty megabytes.
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

  /** Tells whether a font has a character. */
  @FunctionalInterface
  interface Glyphs {
    boolean has(int character) throws IOException;
  }

  /**
   * Chooses for a text.
   *
   * @param own the fonts that are asked first
   */
  Choice choose(String text, List<Glyphs> own) throws IOException {
    var lacking = new TreeSet<Integer>();
    var inNone = new TreeSet<Integer>();
    text.codePoints()
        .filter(FallbackFonts::isSeen)
        .forEach(character -> (isInNone(character) ? inNone : lacking).add(character));
    for (var font : own) {
      strike(lacking, font);
    }
    var files = new ArrayList<Path>();
    for (var file : further) {
      if (!lacking.isEmpty() && Files.isReadable(file) && strikesAny(lacking, file)) {
        files.add(file);
      }
    }
    inNone.addAll(lacking);
    return new Choice(files, new LinkedHashSet<>(inNone));
  }

  /** A file that is no font, or that may not be embedded, is skipped. */
  private static boolean strikesAny(Set<Integer> lacking, Path file) {
    try (var font = FontFile.open(file)) {
      return font.isEmbeddable() && strike(lacking, character -> font.glyph(character) != 0);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean strike(Set<Integer> lacking, Glyphs font) throws IOException {
    var found = new TreeSet<Integer>();
    for (var character : lacking) {
      if (font.has(character)) {
        found.add(character);
      }
    }
    return lacking.removeAll(found);
  }

  /**
   * Characters that the library silently leaves out count as missing in every font, and so do those
   * of the private use area, whose look every font chooses for itself. No font is opened for them.
   */
  private static boolean isInNone(int character) {
    return !OpenUtil.isCodePointPrintable(character)
        || Character.getType(character) == Character.PRIVATE_USE;
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
}
