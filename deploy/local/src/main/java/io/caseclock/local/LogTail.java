package io.caseclock.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, each with its place, to be shown where something went wrong. */
final class LogTail {

  private static final int LINES = 15;
  private static final int BYTES = 8_192;

  private LogTail() {}

  static String of(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - BYTES));
      var buffer = ByteBuffer.allocate(BYTES);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // until the end
      }
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .decode(buffer.flip())
              .toString();
      List<String> lines = text.lines().toList();
      var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "The last lines of " + log + ":\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "There is no log " + log + ".";
    }
  }
}
