package io.caseclock.notify.notice.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes a whole JPEG, and keeps few of its pixels, since it is only checked. */
final class ImageContent {

  private static final int KEPT_SIDE = 256;

  /** Whether it has a size within bounds and can be decoded to its last line. */
  static boolean canBeRead(byte[] content) {
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return false;
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return isWithinBounds(reader) && decodes(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isWithinBounds(ImageReader reader) throws IOException {
    return ImageBounds.hold(reader.getWidth(0), reader.getHeight(0));
  }

  /** As a raster where that is possible, since Java cannot convert CMYK images. */
  private static boolean decodes(ImageReader reader) throws IOException {
    var every = reader.getDefaultReadParam();
    thin(every, reader.getWidth(0), reader.getHeight(0));
    if (reader.canReadRaster()) {
      reader.readRaster(0, every);
    } else {
      reader.read(0, every);
    }
    return true;
  }

  private static void thin(ImageReadParam param, int width, int height) {
    param.setSourceSubsampling(
        Math.max(1, width / KEPT_SIDE), Math.max(1, height / KEPT_SIDE), 0, 0);
  }

  private ImageContent() {}
}
