package io.caseclock.local.cli;

import io.caseclock.contract.StraightText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 on its way to a terminal. What a service answered, or a file holds, may be printed as it
 * is: whatever would move the cursor, colour, overwrite or turn what stands beside it is written as
 * {@code [U+001B]}.
 */
final class TerminalOutput extends OutputStream {

  private final OutputStream terminal;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The bytes of a character that has only begun. */
  private ByteBuffer begun = ByteBuffer.allocate(0);

  TerminalOutput(OutputStream terminal) {
    this.terminal = terminal;
  }

  /** Prints each line at once. */
  static PrintStream on(OutputStream terminal) {
    return new PrintStream(new TerminalOutput(terminal), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    var waiting =
        ByteBuffer.allocate(begun.remaining() + length).put(begun).put(bytes, from, length).flip();
    var text = CharBuffer.allocate(waiting.remaining());
    decoder.decode(waiting, text, false);
    begun = waiting.slice();
    terminal.write(plain(text.flip().toString()).getBytes(StandardCharsets.UTF_8));
  }

  /** A return would let what follows stand over what is there. */
  private static String plain(String text) {
    return StraightText.named(text).replace("\r", "[U+000D]");
  }

  @Override
  public void flush() throws IOException {
    terminal.flush();
  }
}
