package io.caseclock.images.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.images.ImagesException;
import io.caseclock.images.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * The archive of a base image. Jib reads the kind that {@code docker save} writes; an archive in
 * the OCI layout gets the list that Jib looks for, and its parts are held to their digests.
 */
final class BaseArchive {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST_OF_DOCKER = "manifest.json";
  private static final String LIST_OF_OCI = "index.json";
  private static final long MOST_OF_JSON = 4L << 20;
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Set<String> MANIFESTS =
      Set.of(
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");
  private static final Set<String> LAYERS =
      Set.of(
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.docker.image.rootfs.diff.tar.gzip");

  private final Path file;
  private final TarFile archive;
  private final Map<String, TarArchiveEntry> entries;

  private BaseArchive(Path file, TarFile archive) {
    this.file = file;
    this.archive = archive;
    this.entries =
        archive.getEntries().stream()
            .filter(TarArchiveEntry::isFile)
            .collect(Collectors.toMap(BaseArchive::name, Function.identity(), (a, b) -> b));
  }

  /**
   * Returns an archive that Jib can read: the file itself, or one that is written into the folder.
   *
   * @throws ImagesException where it is no archive of one image for one platform
   */
  static Path readable(Path file, Path folder) throws IOException {
    try (var archive = open(file)) {
      var base = new BaseArchive(file, archive);
      if (base.entries.containsKey(LIST_OF_DOCKER)) {
        return file;
      }
      if (!base.entries.containsKey(LIST_OF_OCI)) {
        throw base.refusal(
            "no archive of an image (neither manifest.json nor index.json is in it)");
      }
      var written = folder.resolve("base.tar");
      base.writeForJib(written);
      return written;
    }
  }

  private static TarFile open(Path file) {
    try {
      return new TarFile(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ImagesException(file + ": no tar archive that can be read", e);
    }
  }

  private void writeForJib(Path written) throws IOException {
    var manifests = json(LIST_OF_OCI).path("manifests");
    if (manifests.size() != 1
        || !MANIFESTS.contains(manifests.path(0).path("mediaType").asText())) {
      throw refusal("not one image for one platform; copy one with skopeo or docker save");
    }
    var manifest = json(blob(manifests.path(0)));
    List<String> layers = new ArrayList<>();
    for (var layer : manifest.path("layers")) {
      if (!LAYERS.contains(layer.path("mediaType").asText())) {
        throw refusal("a layer of a kind that is not read: " + layer.path("mediaType").asText());
      }
      layers.add(blob(layer));
    }
    var configuration = blob(manifest.path("config"));
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(written))) {
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      copy(configuration, tar);
      for (var layer : new LinkedHashSet<>(layers)) {
        copy(layer, tar);
      }
      var list = JSON.writeValueAsBytes(List.of(Map.of("Config", configuration, "Layers", layers)));
      put(LIST_OF_DOCKER, list.length, tar);
      tar.write(list);
      tar.closeArchiveEntry();
    }
  }

  private void copy(String blob, TarArchiveOutputStream tar) throws IOException {
    var entry = entry(blob);
    put(blob, entry.getSize(), tar);
    try (InputStream content = archive.getInputStream(entry)) {
      var hash = Sha256.copying(content, tar);
      if (!blob.endsWith("/" + hash)) {
        throw refusal(blob + " is not what its digest says");
      }
    }
    tar.closeArchiveEntry();
  }

  private static void put(String name, long size, TarArchiveOutputStream tar) throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(size);
    tar.putArchiveEntry(entry);
  }

  private JsonNode json(String name) throws IOException {
    var entry = entry(name);
    if (entry.getSize() > MOST_OF_JSON) {
      throw refusal(name + " is too large");
    }
    try (var content = archive.getInputStream(entry)) {
      return JSON.readTree(content);
    }
  }

  private String blob(JsonNode descriptor) {
    var digest = descriptor.path("digest").asText();
    if (!DIGEST.matcher(digest).matches()) {
      throw refusal("no digest where one should be: " + digest);
    }
    return "blobs/" + digest.replace(':', '/');
  }

  private TarArchiveEntry entry(String name) {
    var entry = entries.get(name);
    if (entry == null) {
      throw refusal(name + " is not in it");
    }
    return entry;
  }

  private ImagesException refusal(String why) {
    return new ImagesException(file + ": " + why);
  }

  private static String name(TarArchiveEntry entry) {
    return entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
  }
}
