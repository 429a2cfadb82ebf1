package io.caseclock.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one launcher of a directory; the system gives it back when that dies, however. */
final class StackLock implements AutoCloseable {

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(StackDirectory directory) {
    var channel = open(directory.lockFile());
    try {
      if (channel.tryLock() != null) {
        return new StackLock(channel);
      }
    } catch (OverlappingFileLockException | IOException e) {
      throw held(directory, channel, e);
    }
    throw held(directory, channel, null);
  }

  @Override
  public void close() {
    close(channel);
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StackException("The lock " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static StackException held(
      StackDirectory directory, FileChannel channel, @Nullable Exception cause) {
    close(channel);
    var launcher =
        StackRecord.read(directory.stackFile())
            .map(record -> " (launcher pid " + record.launcher().pid() + ")")
            .orElse("");
    var message =
        "A stack is running already in %s%s. See ./caseclock status, or stop it with ./caseclock down."
            .formatted(directory.path(), launcher);
    return cause == null ? new StackException(message) : new StackException(message, cause);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StackException("The lock cannot be given back: " + e.getMessage(), e);
    }
  }
}
