package io.caseclock.notify.notice.document.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a small font of a large one: the same glyph numbers and measures, but outlines only of the
 * characters that are wanted. It is what the PDF library is given, which holds whole fonts, and
 * several times over.
 */
final class FontExtract {

  private static final int LOCATIONS_ARE_LONG = 50;
  private static final int GLYPHS = 4;
  private static final int GLYPH_HEAD = 10;
  private static final int POST = 32;
  private static final int WITHOUT_NAMES = 0x00030000;

  private static final int WORDS = 0x0001;
  private static final int ONE_SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int TWO_SCALES = 0x0040;
  private static final int FOUR_SCALES = 0x0080;

  private final FontFile font;
  private final int glyphs;
  private final boolean hasLongLocations;
  private final ByteBuffer locations;

  private FontExtract(FontFile font) throws IOException {
    this.font = font;
    this.glyphs = Short.toUnsignedInt(font.table("maxp").getShort(GLYPHS));
    this.hasLongLocations = font.table("head").getShort(LOCATIONS_ARE_LONG) != 0;
    this.locations = font.table("loca");
  }

  /**
   * The bytes of a font file.
   *
   * @param characters those that the font has not are left out
   */
  static byte[] of(FontFile font, Collection<Integer> characters) throws IOException {
    try {
      return new FontExtract(font).with(characters);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("a table of the font is cut off", e);
    }
  }

  private byte[] with(Collection<Integer> characters) throws IOException {
    var map = new TreeMap<Integer, Integer>();
    for (var character : characters) {
      var glyph = font.glyph(character);
      if (glyph > 0 && glyph < glyphs) {
        map.put(character, glyph);
      }
    }
    Map<String, byte[]> tables = new TreeMap<>();
    for (var name : new String[] {"hhea", "hmtx", "maxp", "OS/2", "name", "cvt ", "fpgm", "prep"}) {
      if (font.has(name)) {
        tables.put(name, font.table(name).array());
      }
    }
    tables.put("head", font.table("head").putShort(LOCATIONS_ARE_LONG, (short) 1).array());
    tables.put("cmap", map(map));
    tables.put("post", post());
    outlines(map.values(), tables);
    return file(tables);
  }

  /** Every glyph that is wanted, with the parts that it is put together from. */
  private void outlines(Collection<Integer> wanted, Map<String, byte[]> tables) throws IOException {
    var open = new ArrayDeque<>(wanted);
    open.add(0);
    SortedMap<Integer, byte[]> taken = new TreeMap<>();
    while (!open.isEmpty()) {
      var glyph = open.remove();
      if (glyph < glyphs && !taken.containsKey(glyph)) {
        var outline = outline(glyph);
        taken.put(glyph, outline.array());
        addParts(outline, open);
      }
    }
    var outlines = new ByteArrayOutputStream();
    var places = ByteBuffer.allocate((glyphs + 1) * 4);
    for (var glyph = 0; glyph < glyphs; glyph++) {
      places.putInt(outlines.size());
      var outline = taken.get(glyph);
      if (outline != null) {
        outlines.writeBytes(outline);
        outlines.writeBytes(new byte[-outline.length & 3]);
      }
    }
    tables.put("loca", places.putInt(outlines.size()).array());
    tables.put("glyf", outlines.toByteArray());
  }

  private ByteBuffer outline(int glyph) throws IOException {
    var from = location(glyph);
    return font.part("glyf", from, location(glyph + 1) - from);
  }

  private long location(int glyph) {
    return hasLongLocations
        ? Integer.toUnsignedLong(locations.getInt(glyph * 4))
        : 2L * Short.toUnsignedInt(locations.getShort(glyph * 2));
  }

  /** A glyph with less than no contours is put together from others. */
  private static void addParts(ByteBuffer outline, Collection<Integer> open) {
    if (outline.capacity() < GLYPH_HEAD || outline.getShort(0) >= 0) {
      return;
    }
    var at = GLYPH_HEAD;
    var flags = MORE;
    while ((flags & MORE) != 0) {
      flags = outline.getShort(at);
      open.add(Short.toUnsignedInt(outline.getShort(at + 2)));
      at += 4 + ((flags & WORDS) != 0 ? 4 : 2) + sizeOfScale(flags);
    }
  }

  private static int sizeOfScale(int flags) {
    if ((flags & ONE_SCALE) != 0) {
      return 2;
    }
    if ((flags & TWO_SCALES) != 0) {
      return 4;
    }
    return (flags & FOUR_SCALES) != 0 ? 8 : 0;
  }

  /** One subtable in format 12, a group for each character. */
  private static byte[] map(SortedMap<Integer, Integer> glyphs) {
    var length = 16 + glyphs.size() * 12;
    var table = ByteBuffer.allocate(12 + length);
    table.putShort((short) 0).putShort((short) 1);
    table.putShort((short) 3).putShort((short) 10).putInt(12);
    table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
    glyphs.forEach((character, glyph) -> table.putInt(character).putInt(character).putInt(glyph));
    return table.array();
  }

  /** Slant and underline of the font, without the names of its glyphs. */
  private byte[] post() throws IOException {
    var post = ByteBuffer.allocate(POST);
    if (font.has("post")) {
      post.put(font.part("post", 0, POST));
    }
    return post.putInt(0, WITHOUT_NAMES).array();
  }

  /** Sums are left at 0, since no reader of ours asks for them. */
  private static byte[] file(Map<String, byte[]> tables) {
    var count = tables.size();
    var power = Integer.highestOneBit(count);
    var head = ByteBuffer.allocate(12 + count * 16);
    head.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16));
    head.putShort((short) Integer.numberOfTrailingZeros(power));
    head.putShort((short) ((count - power) * 16));
    var bodies = new ByteArrayOutputStream();
    tables.forEach(
        (name, body) -> {
          head.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
          head.putInt(head.capacity() + bodies.size()).putInt(body.length);
          bodies.writeBytes(body);
          bodies.writeBytes(new byte[-body.length & 3]);
        });
    var file = new ByteArrayOutputStream();
    file.writeBytes(head.array());
    file.writeBytes(bodies.toByteArray());
    return file.toByteArray();
  }
}
