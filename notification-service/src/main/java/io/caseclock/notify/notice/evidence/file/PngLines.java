package io.caseclock.notify.notice.evidence.file;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The lines that a PNG's header announces; those that come are counted off against them. */
final class PngLines {

  private static final int GREY = 0;
  private static final int COLOUR = 2;
  private static final int PALETTE = 3;
  private static final int GREY_AND_ALPHA = 4;
  private static final int COLOUR_AND_ALPHA = 6;
  private static final int LAST_FILTER = 4;

  /** The seven passes of an interlaced image: first column and line, then the steps. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final int colour;
  private final Deque<Pass> open = new ArrayDeque<>();
  private long lines;
  private long inLine;

  private PngLines(int colour) {
    this.colour = colour;
  }

  /**
   * Lines of one length.
   *
   * @param length in bytes, with the one that names the filter
   */
  private record Pass(long lines, long length) {}

  /**
   * Empty where the header is none, or the image is too large.
   *
   * @param header width, height, depth, colour, and how it is packed
   */
  static Optional<PngLines> of(ByteBuffer header) {
    var width = header.getInt();
    var height = header.getInt();
    int depth = header.get();
    int colour = header.get();
    var isPackedAsUsual = header.get() == 0 && header.get() == 0;
    int interlaced = header.get();
    if (!ImageBounds.hold(width, height)
        || !isDepth(colour, depth)
        || !isPackedAsUsual
        || (interlaced != 0 && interlaced != 1)) {
      return Optional.empty();
    }
    var announced = new PngLines(colour);
    var bits = depth * samples(colour);
    if (interlaced == 0) {
      announced.add(width, height, bits);
    } else {
      for (var pass : PASSES) {
        announced.add(steps(width, pass[0], pass[2]), steps(height, pass[1], pass[3]), bits);
      }
    }
    return Optional.of(announced);
  }

  private static int steps(int size, int first, int step) {
    return size <= first ? 0 : (size - first + step - 1) / step;
  }

  private static int samples(int colour) {
    return switch (colour) {
      case COLOUR -> 3;
      case GREY_AND_ALPHA -> 2;
      case COLOUR_AND_ALPHA -> 4;
      default -> 1;
    };
  }

  private static boolean isDepth(int colour, int depth) {
    return switch (depth) {
      case 1, 2, 4 -> colour == GREY || colour == PALETTE;
      case 8 -> colour == PALETTE || isSmooth(colour);
      case 16 -> isSmooth(colour);
      default -> false;
    };
  }

  private static boolean isSmooth(int colour) {
    return colour == GREY
        || colour == COLOUR
        || colour == GREY_AND_ALPHA
        || colour == COLOUR_AND_ALPHA;
  }

  private void add(int width, int height, int bits) {
    if (width > 0 && height > 0) {
      open.add(new Pass(height, 1 + ((long) width * bits + 7) / 8));
    }
  }

  boolean needsPalette() {
    return colour == PALETTE;
  }

  /** Whether what came is of these lines: no more than they hold, and each with a known filter. */
  boolean take(byte[] inflated, int count) {
    var at = 0;
    while (at < count) {
      var pass = open.peek();
      if (pass == null || (inLine == 0 && (inflated[at] & 0xFF) > LAST_FILTER)) {
        return false;
      }
      var step = Math.min(count - at, pass.length - inLine);
      at += (int) step;
      inLine += step;
      if (inLine == pass.length) {
        endLine(pass);
      }
    }
    return true;
  }

  private void endLine(Pass pass) {
    inLine = 0;
    lines++;
    if (lines == pass.lines) {
      lines = 0;
      open.remove();
    }
  }

  boolean areAll() {
    return open.isEmpty();
  }
}
