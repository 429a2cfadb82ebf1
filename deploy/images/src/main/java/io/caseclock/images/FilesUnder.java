package io.caseclock.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The files of a folder, in the order of their names. */
public final class FilesUnder {

  private FilesUnder() {}

  /**
   * Returns all regular files below the folder, sorted by path.
   *
   * @throws ImagesException where the folder is absent or empty, or holds a link or anything else
   *     that is no regular file
   */
  public static List<Path> folder(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new ImagesException("no folder " + folder);
    }
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files =
          all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.stream()
        .filter(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .ifPresent(
            file -> {
              throw new ImagesException(file + " is a link or no regular file");
            });
    if (files.isEmpty()) {
      throw new ImagesException("nothing is in " + folder);
    }
    return files;
  }

  /** Returns the path of a file within a folder, with slashes. */
  public static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
