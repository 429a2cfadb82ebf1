package io.caseclock.images.build;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import io.caseclock.images.ImagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the images begin with: a Java runtime. */
public sealed interface BaseImage {

  /** Each image begins with what its Containerfile names. */
  record Named() implements BaseImage {}

  /** All begin with what this registry has; its name may end in a digest. */
  record InRegistry(String name) implements BaseImage {}

  /** All begin with this archive; nothing is fetched. */
  record InFile(Path file) implements BaseImage {}

  /**
   * Returns the file of that name where there is one, else the image of that name in a registry.
   *
   * @throws ImagesException where it can be neither
   */
  static BaseImage of(String text) {
    if (Files.isRegularFile(Path.of(text))) {
      return new InFile(Path.of(text));
    }
    if (text.endsWith(".tar") || text.startsWith("/") || text.startsWith(".")) {
      throw new ImagesException("no file " + text);
    }
    return new InRegistry(text);
  }

  /**
   * Begins an image.
   *
   * @param named what the Containerfile names
   * @param scratch where something may be written meanwhile
   */
  default JibContainerBuilder begin(String named, Path scratch) throws IOException {
    try {
      return switch (this) {
        case Named() -> Jib.from(RegistryImage.named(ImageReference.parse(named)));
        case InRegistry(var name) -> Jib.from(RegistryImage.named(ImageReference.parse(name)));
        case InFile(var file) -> Jib.from(TarImage.at(BaseArchive.readable(file, scratch)));
      };
    } catch (InvalidImageReferenceException e) {
      throw new ImagesException("no name of an image: " + e.getInvalidReference(), e);
    }
  }

  /** Returns whether building must not ask a registry. */
  default boolean isOffline() {
    return this instanceof InFile;
  }
}
