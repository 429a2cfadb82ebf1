package io.caseclock.notify.notice.document.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TrueType font, or the first one of a collection, that stays in its file: its directory and its
 * map of characters are in memory, a few hundred kilobytes, and its outlines are read one by one.
 */
final class FontFile implements AutoCloseable {

  private static final int COLLECTION = 0x74746366;
  private static final int FIRST_OF_COLLECTION = 12;
  private static final int HEAD = 12;
  private static final int ENTRY = 16;
  private static final int MOST_TABLES = 256;

  /** In bytes; the fullest fonts need less than a megabyte for any table but the outlines. */
  private static final int LARGEST_READ = 4 * 1024 * 1024;

  private static final List<String> NEEDED =
      List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "OS/2", "name");

  private static final int RIGHTS = 8;
  private static final int RIGHTS_KIND = 0x000F;
  private static final int RESTRICTED = 0x0002;
  private static final int WHOLE_OR_PICTURES_ONLY = 0x0300;

  private final FileChannel file;
  private final Map<String, Place> tables;
  private final CharacterMap characters;

  private FontFile(FileChannel file) throws IOException {
    this.file = file;
    this.tables = directory(file);
    this.characters = new CharacterMap(table("cmap"));
  }

  /** Where a table stands in the file, in bytes. */
  private record Place(long offset, long length) {}

  /** Opens it; the caller closes it. */
  static FontFile open(Path path) throws IOException {
    var file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new FontFile(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** 0 where it has none. */
  int glyph(int character) throws IOException {
    return characters.glyph(character);
  }

  /** Whether it has the outlines that a PDF takes, and its maker lets parts of it be embedded. */
  boolean isEmbeddable() throws IOException {
    return tables.keySet().containsAll(NEEDED) && mayBeEmbedded(table("OS/2").getShort(RIGHTS));
  }

  private static boolean mayBeEmbedded(int rights) {
    return (rights & RIGHTS_KIND) != RESTRICTED && (rights & WHOLE_OR_PICTURES_ONLY) == 0;
  }

  boolean has(String table) {
    return tables.containsKey(table);
  }

  /** A whole table. */
  ByteBuffer table(String name) throws IOException {
    var place = place(name);
    return read(file, place.offset, place.length);
  }

  /**
   * Some bytes of a table.
   *
   * @param from counted from the table's begin
   */
  ByteBuffer part(String name, long from, long length) throws IOException {
    var place = place(name);
    if (from < 0 || length < 0 || from + length > place.length) {
      throw new EOFException("beyond the end of table " + name);
    }
    return read(file, place.offset + from, length);
  }

  private Place place(String name) throws IOException {
    var place = tables.get(name);
    if (place == null) {
      throw new IOException("a font without table " + name);
    }
    return place;
  }

  private static Map<String, Place> directory(FileChannel file) throws IOException {
    var isCollection = read(file, 0, HEAD).getInt(0) == COLLECTION;
    var begin =
        isCollection ? Integer.toUnsignedLong(read(file, FIRST_OF_COLLECTION, 4).getInt(0)) : 0;
    var count = Short.toUnsignedInt(read(file, begin, HEAD).getShort(4));
    if (count > MOST_TABLES) {
      throw new IOException("no directory of a font");
    }
    var entries = read(file, begin + HEAD, (long) count * ENTRY);
    Map<String, Place> tables = new HashMap<>();
    while (entries.hasRemaining()) {
      var name = new byte[4];
      entries.get(name).getInt();
      var offset = Integer.toUnsignedLong(entries.getInt());
      var length = Integer.toUnsignedLong(entries.getInt());
      tables.put(new String(name, StandardCharsets.ISO_8859_1), new Place(offset, length));
    }
    return tables;
  }

  private static ByteBuffer read(FileChannel file, long offset, long length) throws IOException {
    if (length > LARGEST_READ) {
      throw new IOException("a table of " + length + " bytes");
    }
    var bytes = ByteBuffer.allocate((int) length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("the font is cut off");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
