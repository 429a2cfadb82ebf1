package io.caseclock.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An archive of a base image with one layer of one file, {@code /usr/bin/java}. */
public final class TinyBase {

  private TinyBase() {}

  /** Writes it as {@code docker save} does. */
  public static Path ofDocker(Path file) throws IOException {
    var layer = layer();
    return write(
        file,
        Map.of(
            "manifest.json", bytes("[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar\"]}]"),
            "config.json", configuration(layer),
            "layer.tar", layer));
  }

  /** Writes it in the layout of OCI. */
  public static Path ofOci(Path file) throws IOException {
    return write(file, oci());
  }

  /** The parts of an archive in the layout of OCI, by name. */
  public static Map<String, byte[]> oci() throws IOException {
    var layer = layer();
    var configuration = configuration(layer);
    var manifest =
        bytes(
            """
            {"schemaVersion": 2,
             "config": {"mediaType": "application/vnd.oci.image.config.v1+json",
                        "digest": "sha256:%s", "size": %d},
             "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar",
                         "digest": "sha256:%s", "size": %d}]}
            """
                .formatted(hash(configuration), configuration.length, hash(layer), layer.length));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("oci-layout", bytes("{\"imageLayoutVersion\": \"1.0.0\"}"));
    parts.put(
        "index.json",
        bytes(
            """
            {"schemaVersion": 2,
             "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json",
                            "digest": "sha256:%s", "size": %d}]}
            """
                .formatted(hash(manifest), manifest.length)));
    parts.put("blobs/sha256/" + hash(manifest), manifest);
    parts.put("blobs/sha256/" + hash(configuration), configuration);
    parts.put("blobs/sha256/" + hash(layer), layer);
    return parts;
  }

  /** Writes an archive of these parts. */
  public static Path write(Path file, Map<String, byte[]> parts) throws IOException {
    return Files.write(file, tar(parts));
  }

  private static byte[] layer() throws IOException {
    return tar(Map.of("usr/bin/java", bytes("a Java runtime")));
  }

  private static byte[] configuration(byte[] layer) throws IOException {
    return bytes(
        """
        {"architecture": "amd64", "os": "linux", "created": "2026-01-01T00:00:00Z",
         "config": {"Env": ["PATH=/usr/bin", "LANG=en"], "Entrypoint": ["/entry.sh"], "User": "root"},
         "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
        """
            .formatted(hash(layer)));
  }

  private static byte[] tar(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        var entry = new TarArchiveEntry(part.getKey());
        entry.setSize(part.getValue().length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(part.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String hash(byte[] content) throws IOException {
    return Sha256.of(new ByteArrayInputStream(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
