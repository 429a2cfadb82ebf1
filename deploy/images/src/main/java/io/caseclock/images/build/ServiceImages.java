package io.caseclock.images.build;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.caseclock.images.ImagesException;
import io.caseclock.images.Scratch;
import io.caseclock.images.containerfile.Containerfile;
import io.caseclock.images.containerfile.ContainerfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * The images of all services of a repository that have a Containerfile.
 *
 * @param repository where the services are packaged
 * @param fonts the folder of TrueType fonts
 * @param names what the images are called
 * @param base what they begin with
 */
public record ServiceImages(Path repository, Path fonts, ImageNames names, BaseImage base) {

  /** Where Linux has its TrueType fonts. */
  public static final Path SYSTEM_FONTS = Path.of(ImageLayers.SYSTEM_FONTS);

  private static final String VERSION = "org.opencontainers.image.version";

  /**
   * Builds each image as {@code SERVICE.tar} in a folder, which is made where it is not there. A
   * file is there whole or not at all; one from before is replaced.
   *
   * @throws ImagesException where something is not packaged or not understood, or the base cannot
   *     be read
   */
  public List<BuiltImage> buildInto(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<BuiltImage> built = new ArrayList<>();
    try (var scratch = new Scratch(folder)) {
      for (var service : services()) {
        built.add(build(service, folder, scratch.folder()));
      }
    }
    return built;
  }

  /** Returns the names of the services, sorted. */
  public List<String> services() throws IOException {
    try (var files = Files.list(repository)) {
      var services =
          files
              .filter(module -> Files.isRegularFile(containerfile(module)))
              .map(module -> module.getFileName().toString())
              .sorted()
              .toList();
      if (services.isEmpty()) {
        throw new ImagesException("no service with a Containerfile in " + repository);
      }
      return services;
    }
  }

  private BuiltImage build(String service, Path folder, Path scratch) throws IOException {
    var containerfile = ContainerfileReader.read(containerfile(repository.resolve(service)));
    var name = names.of(service);
    var image = describe(containerfile, base.begin(containerfile.base(), scratch));
    var unfinished = scratch.resolve(service + ".tar");
    var container = containerize(service, image, to(unfinished, name, scratch));
    var file = folder.resolve(service + ".tar");
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    return new BuiltImage(service, name, file, container.getDigest().toString());
  }

  private JibContainerBuilder describe(Containerfile containerfile, JibContainerBuilder image) {
    return image
        .setFormat(ImageFormat.OCI)
        .setCreationTime(Instant.EPOCH)
        .setWorkingDirectory(AbsoluteUnixPath.get(containerfile.workingDirectory()))
        .setUser(containerfile.user())
        .setExposedPorts(
            containerfile.ports().stream().map(Port::tcp).collect(Collectors.toUnmodifiableSet()))
        .setEntrypoint(containerfile.entrypoint())
        .setEnvironment(containerfile.environment())
        .setLabels(labels(containerfile))
        .setFileEntriesLayers(new ImageLayers(repository, fonts).of(containerfile));
  }

  /** No revision: a change of a document alone would be another digest. */
  private Map<String, String> labels(Containerfile containerfile) {
    Map<String, String> labels = new TreeMap<>(containerfile.labels());
    labels.put(VERSION, names.tag());
    return labels;
  }

  private Containerizer to(Path file, String name, Path scratch) {
    try {
      return Containerizer.to(TarImage.at(file).named(name))
          .setBaseImageLayersCache(scratch.resolve("base"))
          .setApplicationLayersCache(scratch.resolve("layers"))
          .setToolName("caseclock")
          .setOfflineMode(base.isOffline());
    } catch (InvalidImageReferenceException e) {
      throw new ImagesException("no name of an image: " + name, e);
    }
  }

  private static JibContainer containerize(
      String service, JibContainerBuilder image, Containerizer to) throws IOException {
    try {
      return image.containerize(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagesException("interrupted while building " + service, e);
    } catch (ExecutionException e) {
      throw new ImagesException(service + ": " + e.getCause(), e);
    } catch (RegistryException | CacheDirectoryCreationException e) {
      throw new ImagesException(service + ": " + e.getMessage(), e);
    }
  }

  private static Path containerfile(Path module) {
    return module.resolve("Containerfile");
  }
}
