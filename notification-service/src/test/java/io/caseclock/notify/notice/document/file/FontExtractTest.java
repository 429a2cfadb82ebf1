package io.caseclock.notify.notice.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontExtractTest {

  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final List<Path> FURTHER =
      List.of(
          Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
          Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));

  @TempDir Path folder;
  private Path latin;

  @BeforeEach
  void copy_the_font_that_is_always_there() throws IOException {
    latin = folder.resolve("latin.ttf");
    try (var font = stream()) {
      Files.copy(font, latin);
    }
  }

  @Test
  void every_character_has_the_glyph_that_the_library_finds() throws IOException {
    for (var path :
        IntStream.rangeClosed(0, FURTHER.size())
            .mapToObj(i -> i == 0 ? latin : FURTHER.get(i - 1))
            .filter(Files::exists)
            .toList()) {
      try (var ours = FontFile.open(path);
          var theirs = parsed(Files.readAllBytes(path))) {
        var glyphs = theirs.getUnicodeCmapLookup();
        for (var character = 0; character < 0x30000; character++) {
          assertThat(ours.glyph(character))
              .as("%s %x", path, character)
              .isEqualTo(glyphs.getGlyphId(character));
        }
      }
    }
  }

  @Test
  void an_extract_has_the_outlines_and_measures_of_the_characters_wanted() throws IOException {
    var wanted = List.of((int) 'A', (int) 'é', 0x2026);
    try (var file = FontFile.open(latin);
        var whole = parsed(Files.readAllBytes(latin));
        var small = parsed(FontExtract.of(file, wanted))) {
      var glyphs = whole.getUnicodeCmapLookup();
      for (var character : wanted) {
        var glyph = glyphs.getGlyphId(character);
        assertThat(small.getUnicodeCmapLookup().getGlyphId(character)).isEqualTo(glyph);
        assertThat(bounds(small, glyph)).isEqualTo(bounds(whole, glyph));
        assertThat(small.getAdvanceWidth(glyph)).isEqualTo(whole.getAdvanceWidth(glyph));
      }
      assertThat(small.getUnicodeCmapLookup().getGlyphId('B')).isZero();
      assertThat(small.getName()).isEqualTo(whole.getName());
      assertThat(small.getOriginalDataSize()).isLessThan(whole.getOriginalDataSize() / 4);
    }
  }

  /** Where a word of the file is overwritten, the font is refused or read, and nothing else. */
  @Test
  void a_font_that_is_cut_off_or_damaged_is_refused_as_a_file() throws IOException {
    var whole = Files.readAllBytes(latin);
    var damaged = folder.resolve("damaged.ttf");
    for (var length = 0; length < whole.length; length += 1 + whole.length / 200) {
      Files.write(damaged, Arrays.copyOf(whole, length));
      assertReadOrRefused(damaged);
      var other = whole.clone();
      Arrays.fill(other, length, Math.min(other.length, length + 4), (byte) 0xFF);
      Files.write(damaged, other);
      assertReadOrRefused(damaged);
    }
    Files.writeString(damaged, "no font");
    assertThatThrownBy(() -> FontFile.open(damaged)).isInstanceOf(IOException.class);
  }

  private static void assertReadOrRefused(Path path) {
    try (var font = FontFile.open(path)) {
      assertThat(FontExtract.of(font, List.of((int) 'A', (int) 'é'))).isNotEmpty();
    } catch (IOException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  private static List<Float> bounds(TrueTypeFont font, int glyph) throws IOException {
    var path = font.getGlyph().getGlyph(glyph).getPath().getBounds2D();
    return List.of(
        (float) path.getMinX(),
        (float) path.getMinY(),
        (float) path.getWidth(),
        (float) path.getHeight());
  }

  private static TrueTypeFont parsed(byte[] font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  private static InputStream stream() {
    return Objects.requireNonNull(FontExtractTest.class.getResourceAsStream(LATIN));
  }
}
