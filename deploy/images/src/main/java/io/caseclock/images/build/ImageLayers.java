package io.caseclock.images.build;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import io.caseclock.images.FilesUnder;
import io.caseclock.images.ImagesException;
import io.caseclock.images.containerfile.Containerfile;
import io.caseclock.images.containerfile.Containerfile.Copy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sorts what a Containerfile copies into layers. Files belong to root, may be read by all, and have
 * one time, so that the same content is the same layer.
 *
 * @param repository stands for the copy of it in the stage that builds
 * @param fonts stands for {@value #SYSTEM_FONTS} there
 */
record ImageLayers(Path repository, Path fonts) {

  static final String SYSTEM_FONTS = "/usr/share/fonts/truetype";

  private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");

  /** Returns the layers from below to above, without empty ones. */
  List<FileEntriesLayer> of(Containerfile containerfile) {
    Map<LayerKind, List<FileEntry>> entries = new EnumMap<>(LayerKind.class);
    for (var copy : containerfile.copies()) {
      var ofRepository = Path.of(copy.from()).startsWith(containerfile.source());
      var folder = ofRepository ? inRepository(containerfile, copy) : ofSystem(copy);
      for (var file : FilesUnder.folder(folder)) {
        var name = FilesUnder.name(folder, file);
        var kind = ofRepository ? LayerKind.of(name) : LayerKind.SYSTEM;
        entries
            .computeIfAbsent(kind, unused -> new ArrayList<>())
            .add(entry(file, AbsoluteUnixPath.get(copy.to()).resolve(name)));
      }
    }
    return entries.entrySet().stream().map(kind -> layer(kind.getKey(), kind.getValue())).toList();
  }

  private Path inRepository(Containerfile containerfile, Copy copy) {
    var folder =
        repository.resolve(Path.of(containerfile.source()).relativize(Path.of(copy.from())));
    if (!Files.isDirectory(folder)) {
      throw new ImagesException("no " + folder + "; it is made by packaging the service");
    }
    return folder;
  }

  private Path ofSystem(Copy copy) {
    var from = Path.of(copy.from());
    if (!from.startsWith(SYSTEM_FONTS)) {
      throw new ImagesException("the Containerfile copies what is not known here: " + from);
    }
    var folder = fonts.resolve(Path.of(SYSTEM_FONTS).relativize(from));
    if (!Files.isDirectory(folder)) {
      throw new ImagesException(
          "no "
              + folder
              + "; PDFs need it (Debian: apt-get install fonts-droid-fallback fonts-hanazono), or"
              + " name a folder that has it: --fonts DIR");
    }
    return folder;
  }

  private static FileEntry entry(Path file, AbsoluteUnixPath to) {
    return new FileEntry(file, to, READABLE, FileEntriesLayer.DEFAULT_MODIFICATION_TIME);
  }

  private static FileEntriesLayer layer(LayerKind kind, List<FileEntry> entries) {
    return FileEntriesLayer.builder()
        .setName(kind.name().toLowerCase(Locale.ROOT))
        .setEntries(entries)
        .build();
  }
}
