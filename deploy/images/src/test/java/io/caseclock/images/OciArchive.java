package io.caseclock.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * An image as a site would read it: index, manifest, configuration and layers, each held to its
 * digest.
 *
 * @param reference what the archive calls the image
 * @param configuration the part {@code config} of the image's configuration
 */
public record OciArchive(
    String reference, String digest, JsonNode whole, JsonNode configuration, List<Layer> layers) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is in a layer, without folders. */
  public record Layer(String digest, long size, List<TarArchiveEntry> entries) {

    public List<String> files() {
      return entries.stream().filter(entry -> !entry.isDirectory()).map(Layer::path).toList();
    }

    private static String path(TarArchiveEntry entry) {
      return "/" + entry.getName();
    }
  }

  public static OciArchive read(Path file) throws IOException {
    try (var archive = new TarFile(file.toFile())) {
      var manifests = JSON.readTree(content(archive, "index.json")).path("manifests");
      assertThat(manifests).hasSize(1);
      var digest = manifests.path(0).path("digest").asText();
      var manifest = JSON.readTree(blob(archive, digest));
      var configuration = JSON.readTree(blob(archive, manifest.at("/config/digest").asText()));
      List<Layer> layers = new ArrayList<>();
      for (var layer : manifest.path("layers")) {
        layers.add(layer(archive, layer));
      }
      return new OciArchive(
          manifests.path(0).path("annotations").path("org.opencontainers.image.ref.name").asText(),
          digest,
          configuration,
          configuration.path("config"),
          layers);
    }
  }

  /** The files of all layers but those of the base, which come first. */
  public List<String> filesAbove(int baseLayers) {
    return layers.stream().skip(baseLayers).flatMap(layer -> layer.files().stream()).toList();
  }

  private static Layer layer(TarFile archive, JsonNode descriptor) throws IOException {
    var digest = descriptor.path("digest").asText();
    assertThat(Sha256.of(blob(archive, digest))).isEqualTo(digest.substring("sha256:".length()));
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (var tar = new TarArchiveInputStream(new GZIPInputStream(blob(archive, digest)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.add(entry);
      }
    }
    return new Layer(digest, descriptor.path("size").asLong(), entries);
  }

  private static InputStream blob(TarFile archive, String digest) throws IOException {
    return content(archive, "blobs/" + digest.replace(':', '/'));
  }

  private static InputStream content(TarFile archive, String name) throws IOException {
    for (var entry : archive.getEntries()) {
      if (entry.getName().equals(name)) {
        return archive.getInputStream(entry);
      }
    }
    throw new AssertionError("no " + name + " in the archive");
  }
}
