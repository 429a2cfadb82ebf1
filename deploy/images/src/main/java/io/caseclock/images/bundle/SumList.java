package io.caseclock.images.bundle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The list of checksums, in the form that {@code sha256sum --check} reads: the hash, two spaces and
 * the name, a line for each part, sorted by name.
 */
final class SumList {

  static final String NAME = "SHA256SUMS";

  /** In bytes; some thousands of parts. */
  static final int LARGEST = 1 << 20;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  private SumList() {}

  static byte[] write(SequencedMap<String, String> hashes) {
    var text = new StringBuilder();
    hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns the hash of each part by its name, in the list's order. */
  static SequencedMap<String, String> read(byte[] list) throws BrokenBundle {
    var text = new String(list, StandardCharsets.US_ASCII);
    if (!text.endsWith("\n")) {
      throw new BrokenBundle(NAME, Fault.LIST);
    }
    var hashes = new LinkedHashMap<String, String>();
    var before = "";
    for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new BrokenBundle(NAME, Fault.LIST);
      }
      var name = parts.group(2);
      if (!PartName.isPlain(name)) {
        throw new BrokenBundle(name, Fault.NAME);
      }
      if (name.equals(before)) {
        throw new BrokenBundle(name, Fault.DOUBLED);
      }
      if (name.compareTo(before) < 0) {
        throw new BrokenBundle(NAME, Fault.LIST);
      }
      hashes.put(name, parts.group(1));
      before = name;
    }
    return hashes;
  }
}
