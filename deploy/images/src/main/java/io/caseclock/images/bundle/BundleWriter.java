package io.caseclock.images.bundle;

import io.caseclock.images.ImagesException;
import io.caseclock.images.Scratch;
import io.caseclock.images.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a bundle: the same parts are the same archive, byte for byte. */
public final class BundleWriter {

  private BundleWriter() {}

  /**
   * Writes the parts, by their names, into a file that is there whole or not at all; one from
   * before is replaced.
   *
   * @return the SHA-256 of the list of checksums
   * @throws ImagesException where a part has a name that a bundle must not have, or changes
   *     meanwhile
   */
  public static String write(SequencedMap<String, Path> parts, Path file) throws IOException {
    var hashes = new TreeMap<String, String>();
    for (var part : parts.entrySet()) {
      if (!PartName.isPlain(part.getKey())) {
        throw new ImagesException("not a name for a bundle: " + part.getKey());
      }
      hashes.put(part.getKey(), Sha256.of(part.getValue()));
    }
    var list = SumList.write(hashes);
    if (list.length > SumList.LARGEST) {
      throw new ImagesException("too many files for a bundle: " + hashes.size());
    }
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try (var scratch = new Scratch(folder)) {
      var unfinished = scratch.folder().resolve("bundle.tar");
      try (var out = Files.newOutputStream(unfinished)) {
        write(list, parts, hashes, out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return Sha256.of(new ByteArrayInputStream(list));
  }

  private static void write(
      byte[] list, SequencedMap<String, Path> parts, Map<String, String> hashes, OutputStream out)
      throws IOException {
    try (var tar = new TarArchiveOutputStream(out)) {
      begin(SumList.NAME, list.length, false, tar);
      tar.write(list);
      tar.closeArchiveEntry();
      for (var part : parts.entrySet()) {
        var file = part.getValue();
        begin(part.getKey(), Files.size(file), Files.isExecutable(file), tar);
        try (var content = Files.newInputStream(file)) {
          if (!Sha256.copying(content, tar).equals(hashes.get(part.getKey()))) {
            throw new ImagesException(file + " was changed meanwhile");
          }
        }
        tar.closeArchiveEntry();
      }
    }
  }

  private static void begin(String name, long size, boolean executable, TarArchiveOutputStream tar)
      throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(executable ? 0100755 : 0100644);
    entry.setModTime(0);
    entry.setUserId(0);
    entry.setGroupId(0);
    tar.putArchiveEntry(entry);
  }
}
