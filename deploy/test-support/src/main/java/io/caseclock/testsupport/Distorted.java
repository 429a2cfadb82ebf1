package io.caseclock.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What becomes of something good by a few changes at any place: bytes lost, doubled, exchanged, cut
 * off or put in between. Most of it still looks like what it was, so that it comes far into a
 * reader. The same seed gives the same.
 */
public final class Distorted {

  private static final int MOST_CHANGES = 6;
  private static final int LONGEST_PIECE = 12;

  /** What readers stumble over. */
  private static final List<byte[]> ODD =
      List.of(
          text("\u0000"),
          text("\""),
          text("\\"),
          text("{"),
          text("}"),
          text("["),
          text("]"),
          text(":"),
          text(","),
          text("\n"),
          text("\r"),
          text("\t"),
          text(" "),
          text("null"),
          text("-1"),
          text("1e999"),
          text("99999999999999999999"),
          text("\ufeff"),
          text("\u202e"),
          text("\ufffd"),
          text("\ud83d\ude00"),
          text("\\ud800"),
          text("\\u0000"),
          text("&a *a"),
          text("--- "),
          text("!!x "),
          text("+294277-01-01T00:00:00Z"),
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0x84, (byte) 0x31});

  private Distorted() {}

  /** The bytes with up to six changes; now and then with none. */
  public static byte[] bytes(byte[] good, long seed) {
    var random = new Random(seed);
    var bytes = good;
    for (var changes = random.nextInt(MOST_CHANGES + 1); changes > 0; changes--) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  /** The same of a text, whose characters stay characters: what is no UTF-8 becomes U+FFFD. */
  public static String text(String good, long seed) {
    return new String(bytes(text(good), seed), StandardCharsets.UTF_8);
  }

  private static byte[] changed(byte[] bytes, Random random) {
    var from = random.nextInt(bytes.length + 1);
    var to = Math.min(bytes.length, from + random.nextInt(LONGEST_PIECE));
    var piece = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(6)) {
      case 0 -> joined(bytes, from, new byte[0], to);
      case 1 -> joined(bytes, to, piece, to);
      case 2 -> joined(bytes, from, ODD.get(random.nextInt(ODD.size())), from);
      case 3 -> joined(bytes, from, ODD.get(random.nextInt(ODD.size())), to);
      case 4 -> joined(bytes, from, new byte[] {(byte) random.nextInt()}, to);
      default ->
          random.nextInt(4) == 0
              ? Arrays.copyOf(bytes, from)
              : joined(bytes, random.nextInt(bytes.length + 1), piece);
    };
  }

  private static byte[] joined(byte[] bytes, int at, byte[] between) {
    return joined(bytes, at, between, at);
  }

  /** What stands before a place, something else, and what stands behind another place. */
  private static byte[] joined(byte[] bytes, int before, byte[] between, int behind) {
    var joined = Arrays.copyOf(bytes, before + between.length + bytes.length - behind);
    System.arraycopy(between, 0, joined, before, between.length);
    System.arraycopy(bytes, behind, joined, before + between.length, bytes.length - behind);
    return joined;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
