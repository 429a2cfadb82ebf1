package io.caseclock.images.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.images.FilesUnder;
import io.caseclock.images.OciArchive;
import io.caseclock.images.TinyBase;
import io.caseclock.images.build.BaseImage;
import io.caseclock.images.build.BuiltImage;
import io.caseclock.images.build.ImageNames;
import io.caseclock.images.build.ServiceImages;
import io.caseclock.images.bundle.BundleReport.Whole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle of this repository, with the images of the packaged services on a base of one file.
 */
class RealBundleIT {

  private static final Path REPOSITORY =
      Path.of(Objects.requireNonNull(System.getProperty("caseclock.repository")));

  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(#[^)]*)?\\)");

  /** What a document shows as code, where brackets are those of a pattern and no link. */
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);

  @TempDir private static Path folder;

  private static List<BuiltImage> images = List.of();
  private static SequencedMap<String, Path> parts = new TreeMap<>();
  private static Path bundle = Path.of("");
  private static String list = "";

  @BeforeAll
  static void write() throws IOException {
    var made = folder.resolve("images");
    images = images(made);
    parts = BundleContent.of(REPOSITORY, made, images.stream().map(BuiltImage::service).toList());
    bundle = folder.resolve("bundle.tar");
    list = BundleWriter.write(parts, bundle);
  }

  @Test
  void it_is_whole_as_it_was_written() throws IOException {
    assertThat(BundleVerifier.verify(bundle)).isEqualTo(new Whole(parts.size(), list));
  }

  /** With what {@code docs/offline.md} says a machine has that has nothing of ours. */
  @Test
  void at_the_site_the_usual_tools_unpack_it_and_find_each_byte_that_is_wrong() throws Exception {
    var site = Files.createDirectories(folder.resolve("site"));

    assertThat(exit(site, "tar", "-xf", bundle.toString())).isZero();
    assertThat(exit(site, "sha256sum", "--check", "--quiet", "SHA256SUMS")).isZero();
    assertThat(Files.readAllLines(site.resolve("SHA256SUMS"))).hasSize(parts.size());
    assertThat(FilesUnder.folder(site)).hasSize(parts.size() + 1);
    for (var built : images) {
      var unpacked = site.resolve("images").resolve(built.service() + ".tar");
      assertThat(OciArchive.read(unpacked).digest()).isEqualTo(built.digest());
      spoil(unpacked);
      assertThat(exit(site, "sha256sum", "--check", "--quiet", "SHA256SUMS")).isNotZero();
      Files.copy(built.file(), unpacked, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(exit(site, "sha256sum", "--check", "--quiet", "SHA256SUMS")).isZero();
  }

  @Test
  void what_a_site_installs_from_is_in_it() {
    assertThat(parts)
        .containsKeys(
            "deploy/helm/caseclock/Chart.yaml",
            "deploy/helm/caseclock/values-offline.yaml",
            "deploy/compose/compose.yaml",
            "deploy/compose/.env.example",
            "docs/operations.md",
            "shared-model/src/main/resources/packs/cn-public-security/pack.yaml",
            "images/notification-service.tar",
            "images/notification-service.sbom.json");
  }

  @Test
  void the_documents_of_an_install_lead_to_what_is_in_it() throws IOException {
    for (var document : List.of("offline", "kubernetes", "compose", "operations", "packs")) {
      var text =
          Files.readString(
              REPOSITORY.resolve("docs").resolve(document + ".md"), StandardCharsets.UTF_8);
      var links =
          LINK.matcher(CODE.matcher(text).replaceAll("`"))
              .results()
              .map(link -> Path.of("docs").resolve(link.group(1)).normalize().toString())
              .toList();

      assertThat(links).as(document).isNotEmpty().allMatch(RealBundleIT::isInBundle);
    }
  }

  private static boolean isInBundle(String name) {
    return parts.keySet().stream()
        .anyMatch(part -> part.equals(name) || part.startsWith(name + "/"));
  }

  private static List<BuiltImage> images(Path into) throws IOException {
    var fonts = folder.resolve("fonts");
    for (var kind : List.of("droid", "hanazono")) {
      Files.createDirectories(fonts.resolve(kind));
      Files.writeString(fonts.resolve(kind).resolve("Font.ttf"), "font");
    }
    return new ServiceImages(
            REPOSITORY,
            fonts,
            new ImageNames(ImageNames.IN_CHART, ImageNames.tagOfChart(REPOSITORY)),
            new BaseImage.InFile(TinyBase.ofOci(folder.resolve("base.tar"))))
        .buildInto(into);
  }

  private static int exit(Path in, String... command) throws Exception {
    var process =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** One bit in the middle. */
  private static void spoil(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      var middle = bytes.length() / 2;
      bytes.seek(middle);
      var one = bytes.read();
      bytes.seek(middle);
      bytes.write(one ^ 1);
    }
  }
}
