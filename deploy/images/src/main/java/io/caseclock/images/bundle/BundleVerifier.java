package io.caseclock.images.bundle;

import io.caseclock.images.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a bundle once from its begin to its end, and writes nothing. Every byte of content is held
 * to the list; memory is bounded whatever is in the archive.
 */
public final class BundleVerifier {

  private static final long LARGEST_PART = 4L << 30;

  /** Archives are filled up with empty blocks to a multiple of some size. */
  private static final int MOST_AFTER_END = 1 << 20;

  private final InputStream archive;
  private final Set<String> seen = new HashSet<>();

  private BundleVerifier(InputStream archive) {
    this.archive = archive;
  }

  /** Returns what is first found wrong, or that nothing is. */
  public static BundleReport verify(Path file) throws IOException {
    try (var archive = Files.newInputStream(file)) {
      return verify(new BufferedInputStream(archive));
    }
  }

  static BundleReport verify(InputStream archive) throws IOException {
    try {
      return new BundleVerifier(archive).read();
    } catch (BrokenBundle e) {
      return e.report();
    }
  }

  private BundleReport read() throws IOException, BrokenBundle {
    var list = list();
    var hashes = SumList.read(list);
    for (var part : hashes.entrySet()) {
      var name = part.getKey();
      var next = next(name);
      if (next.isEmpty()) {
        throw new BrokenBundle(name, Fault.MISSING);
      }
      var header = next.get();
      if (!header.name().equals(name)) {
        throw hashes.containsKey(header.name()) && !seen.contains(header.name())
            ? new BrokenBundle(name, Fault.MISSING)
            : tooMany(header.name());
      }
      if (!hash(header).equals(part.getValue())) {
        throw new BrokenBundle(name, Fault.WRONG);
      }
      seen.add(name);
    }
    var further = next(SumList.NAME);
    if (further.isPresent()) {
      throw tooMany(further.get().name());
    }
    nothingMore();
    return new BundleReport.Whole(hashes.size(), Sha256.of(new ByteArrayInputStream(list)));
  }

  private byte[] list() throws IOException, BrokenBundle {
    var header =
        next(SumList.NAME).orElseThrow(() -> new BrokenBundle(SumList.NAME, Fault.MISSING));
    if (!header.name().equals(SumList.NAME)) {
      throw new BrokenBundle(SumList.NAME, Fault.MISSING);
    }
    if (header.size() > SumList.LARGEST) {
      throw new BrokenBundle(SumList.NAME, Fault.TOO_LARGE);
    }
    var list = archive.readNBytes((int) header.size());
    if (list.length < header.size()) {
      throw new BrokenBundle(SumList.NAME, Fault.CUT_OFF);
    }
    skipPadding(header);
    seen.add(SumList.NAME);
    return list;
  }

  private String hash(TarHeader header) throws IOException, BrokenBundle {
    if (header.size() > LARGEST_PART) {
      throw new BrokenBundle(header.name(), Fault.TOO_LARGE);
    }
    var hash =
        Sha256.ofNext(header.size(), archive)
            .orElseThrow(() -> new BrokenBundle(header.name(), Fault.CUT_OFF));
    skipPadding(header);
    return hash;
  }

  private void skipPadding(TarHeader header) throws IOException, BrokenBundle {
    var padding = archive.readNBytes(header.padding());
    if (padding.length < header.padding()) {
      throw new BrokenBundle(header.name(), Fault.CUT_OFF);
    }
    if (!isEmpty(padding)) {
      throw new BrokenBundle(header.name(), Fault.WRONG);
    }
  }

  /**
   * Returns the next head; nothing at the end of the archive.
   *
   * @param expected what is named where the archive is cut off
   */
  private Optional<TarHeader> next(String expected) throws IOException, BrokenBundle {
    var block = archive.readNBytes(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw new BrokenBundle(expected, seen.isEmpty() ? Fault.NO_BUNDLE : Fault.CUT_OFF);
    }
    return isEmpty(block) ? Optional.empty() : Optional.of(TarHeader.read(block));
  }

  private void nothingMore() throws IOException, BrokenBundle {
    var rest = archive.readNBytes(MOST_AFTER_END);
    if (rest.length < TarHeader.BLOCK) {
      throw new BrokenBundle(SumList.NAME, Fault.CUT_OFF);
    }
    if (!isEmpty(rest) || archive.read() >= 0) {
      throw new BrokenBundle(SumList.NAME, Fault.AFTER_END);
    }
  }

  private BrokenBundle tooMany(String name) {
    return new BrokenBundle(name, seen.contains(name) ? Fault.DOUBLED : Fault.EXTRA);
  }

  private static boolean isEmpty(byte[] bytes) {
    for (var octet : bytes) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }
}
