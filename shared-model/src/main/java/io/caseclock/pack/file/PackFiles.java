package io.caseclock.pack.file;

import io.caseclock.contract.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The files of one pack, read whole: path inside the folder, with forward slashes, and its text.
 *
 * @param name where they come from, for messages
 */
public record PackFiles(String name, Map<String, String> texts) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /**
   * Reads a folder; throws {@link UncheckedIOException} where it cannot be read. Bytes that are no
   * UTF-8 become the replacement character, which {@link PackReader} tells.
   */
  public static PackFiles inFolder(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    try (var paths = Files.walk(folder, 3)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (PackSize.isOfThePack(name)) {
          texts.put(name, text(path));
        } else if (PackSize.isMisplaced(name)) {
          texts.put(name, "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the pack in " + folder, e);
    }
    return new PackFiles(folder.toString(), texts);
  }

  /** A hash of all names and texts, in the order of the names. */
  public String hash() {
    var digest = Sha256.begin();
    new TreeMap<>(texts)
        .forEach(
            (name, text) -> {
              digest.update((name + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
              digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The text, or so much of it that {@link PackReader} sees that it is too much. */
  private static String text(Path path) throws IOException {
    try (var bytes = Files.newInputStream(path)) {
      return new String(bytes.readNBytes(4 * PackSize.FILE + 4), StandardCharsets.UTF_8);
    }
  }

  /**
   * Reads the pack that a configuration or a command names: a folder, or the id of a shipped one;
   * throws {@link IllegalArgumentException} where there is neither.
   */
  public static PackFiles named(String folderOrId) {
    var folder = Path.of(folderOrId);
    if (Files.isDirectory(folder)) {
      return inFolder(folder);
    }
    if (!ID.matcher(folderOrId).matches()) {
      throw new IllegalArgumentException("there is no folder " + folderOrId);
    }
    return shipped(folderOrId);
  }

  /**
   * Another pack, by its id: the folder beside this pack's, or else the shipped one; throws {@link
   * IllegalArgumentException} where there is neither.
   */
  PackFiles beside(String packId) {
    if (!ID.matcher(packId).matches()) {
      throw new IllegalArgumentException("not the id of a pack: " + packId);
    }
    var folder = Path.of(name).toAbsolutePath().resolveSibling(packId);
    return Files.isDirectory(folder) ? inFolder(folder) : shipped(packId);
  }

  /**
   * The ids of all packs that are shipped with the suite, in the order of the alphabet; which of
   * them are in force is for the configuration.
   */
  public static List<String> shippedIds() {
    return besideShipped("cn-public-security", PackFiles::idsIn);
  }

  /** Reads a pack that is shipped with the suite, by its id. */
  public static PackFiles shipped(String packId) {
    return besideShipped(
        packId, packs -> new PackFiles(packId, inFolder(packs.resolve(packId)).texts()));
  }

  /** What the folder of all shipped packs is read for, which lies in a jar or in a build. */
  private static <T> T besideShipped(String packId, Function<Path, T> reading) {
    var resource = PackFiles.class.getResource("/packs/" + packId + "/pack.yaml");
    if (resource == null) {
      throw new IllegalArgumentException(
          "no pack of that id is shipped, and there is no such folder: " + packId);
    }
    try {
      var uri = resource.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return reading.apply(Path.of(uri).resolveSibling("..").normalize());
      }
      var jar = URI.create(uri.toString().substring(0, uri.toString().indexOf("!/")));
      try (var inside = FileSystems.newFileSystem(jar, Map.of())) {
        return reading.apply(inside.getPath("/packs"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped pack " + packId, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a resource: " + resource, e);
    }
  }

  private static List<String> idsIn(Path packs) {
    try (var folders = Files.list(packs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("pack.yaml")))
          .map(folder -> folder.getFileName().toString().replace("/", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the shipped packs in " + packs, e);
    }
  }
}
