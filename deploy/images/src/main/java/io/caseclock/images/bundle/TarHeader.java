package io.caseclock.images.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The head of a part in the archive: the plain one of POSIX tar for a regular file. Links, folders,
 * devices, and the heads that carry longer names or sizes are not read, so that nothing needs more
 * memory than this block.
 *
 * @param size in bytes, up to 8 GiB
 */
record TarHeader(String name, long size) {

  static final int BLOCK = 512;

  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int LINK = 157;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,11}");

  /** Reads a block that is not empty. */
  static TarHeader read(byte[] block) throws BrokenBundle {
    var name = text(block, 0, 100);
    if (!text(block, MAGIC, 6).equals("ustar") || octal(block, CHECKSUM, 8) != checksum(block)) {
      throw new BrokenBundle(name, Fault.NO_BUNDLE);
    }
    if (block[TYPE] != '0' || block[LINK] != 0 || block[PREFIX] != 0 || !hasPlainMode(block)) {
      throw new BrokenBundle(name, Fault.KIND);
    }
    if (!PartName.isPlain(name)) {
      throw new BrokenBundle(name, Fault.NAME);
    }
    return new TarHeader(name, octal(block, SIZE, 12));
  }

  /** Returns the number of bytes that fill up the last block of the content. */
  int padding() {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  private static boolean hasPlainMode(byte[] block) throws BrokenBundle {
    var mode = octal(block, 100, 8) & 07777;
    return mode == 0644 || mode == 0755;
  }

  private static String text(byte[] block, int from, int length) {
    var end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.ISO_8859_1);
  }

  private static long octal(byte[] block, int from, int length) throws BrokenBundle {
    var digits = text(block, from, length).strip();
    if (!OCTAL.matcher(digits).matches()) {
      throw new BrokenBundle(text(block, 0, 100), Fault.NO_BUNDLE);
    }
    return Long.parseLong(digits, 8);
  }

  private static long checksum(byte[] block) {
    var counted = Arrays.copyOf(block, BLOCK);
    Arrays.fill(counted, CHECKSUM, CHECKSUM + 8, (byte) ' ');
    long sum = 0;
    for (var octet : counted) {
      sum += octet & 0xff;
    }
    return sum;
  }
}
