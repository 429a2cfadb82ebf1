package io.caseclock.images.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.images.FilesUnder;
import io.caseclock.images.OciArchive;
import io.caseclock.images.TinyBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images of the packaged services, on a base of one file. */
class RealImagesIT {

  private static final Path REPOSITORY =
      Path.of(Objects.requireNonNull(System.getProperty("caseclock.repository")));

  /** Layers of the base. */
  private static final int BASE = 1;

  private static final Pattern NOT_FOR_A_SITE =
      Pattern.compile(
          "(?i).*(\\.pem|\\.key|\\.p12|\\.jks|\\.env|secret[^/]*\\.properties|-tests?\\.jar|-sources\\.jar"
              + "|junit[^/]*|assertj[^/]*|embedded-(postgres|servers)[^/]*|test-support[^/]*)");

  private static final Pattern TIME =
      Pattern.compile("<project.build.outputTimestamp>([^<]+)</project.build.outputTimestamp>");

  private static final Pattern OWN_JAR =
      Pattern.compile("(app/.*|quarkus/.*|lib/main/io\\.caseclock\\..*|quarkus-run)\\.jar");

  @TempDir private static Path folder;

  private static List<BuiltImage> images = List.of();

  @BeforeAll
  static void build() throws IOException {
    images = build("once");
  }

  @Test
  void each_service_has_an_image() {
    assertThat(images.stream().map(BuiltImage::service))
        .containsExactly("case-intake-service", "deadline-monitor-service", "notification-service");
  }

  @Test
  void all_that_is_packaged_is_in_it_and_nothing_else() throws IOException {
    for (var built : images) {
      var app = REPOSITORY.resolve(built.service()).resolve("target/quarkus-app");
      var packaged =
          FilesUnder.folder(app).stream()
              .map(file -> "/opt/caseclock/" + FilesUnder.name(app, file))
              .collect(Collectors.toCollection(TreeSet::new));

      var inside =
          OciArchive.read(built.file()).filesAbove(BASE).stream()
              .filter(file -> !file.startsWith("/usr/share/fonts/truetype/"))
              .toList();

      assertThat(inside).as(built.service()).containsExactlyInAnyOrderElementsOf(packaged);
    }
  }

  @Test
  void only_notification_brings_fonts() throws IOException {
    for (var built : images) {
      assertThat(
              OciArchive.read(built.file()).filesAbove(BASE).stream()
                  .filter(file -> file.endsWith(".ttf"))
                  .toList())
          .as(built.service())
          .isEqualTo(
              built.service().equals("notification-service")
                  ? List.of(
                      "/usr/share/fonts/truetype/droid/Font.ttf",
                      "/usr/share/fonts/truetype/hanazono/Font.ttf")
                  : List.of());
    }
  }

  @Test
  void our_own_code_is_the_smallest_part_and_lies_above_the_libraries() throws IOException {
    for (var built : images) {
      var layers = OciArchive.read(built.file()).layers();
      var libraries = layers.get(layers.size() - 3);
      var application = layers.getLast();

      assertThat(libraries.files())
          .hasSizeGreaterThan(50)
          .noneMatch(f -> f.contains("io.caseclock"));
      assertThat(application.files())
          .anyMatch(file -> file.startsWith("/opt/caseclock/app/" + built.service()));
      assertThat(application.size()).isLessThan(libraries.size() / 4);
      System.out.printf(
          "Layers of %s: %s bytes%n",
          built.service(), layers.stream().map(layer -> Long.toString(layer.size())).toList());
    }
  }

  @Test
  void it_listens_where_the_service_does_and_needs_no_root_and_no_shell() throws IOException {
    for (var built : images) {
      var configuration = OciArchive.read(built.file()).configuration();

      var port = settings(built.service()).getProperty("quarkus.http.port");
      assertThat(configuration.path("ExposedPorts").toString())
          .as(built.service())
          .isEqualTo("{\"" + port + "/tcp\":{}}");
      assertThat(configuration.path("User").asText()).isEqualTo("65532:65532");
      assertThat(configuration.path("WorkingDir").asText()).isEqualTo("/opt/caseclock");
      assertThat(configuration.path("Entrypoint").toString())
          .isEqualTo("[\"java\",\"-jar\",\"quarkus-run.jar\"]");
      assertThat(configuration.path("Labels").path("org.opencontainers.image.title").asText())
          .isEqualTo(built.service());
      assertThat(configuration.path("Labels").path("org.opencontainers.image.licenses").asText())
          .isEqualTo("Apache-2.0");
      assertThat(configuration.path("Labels").path("org.opencontainers.image.version").asText())
          .isEqualTo(ImageNames.tagOfChart(REPOSITORY));
    }
  }

  /** Resources of a service are inside its jar: a key there would be in every image. */
  @Test
  void no_secret_and_nothing_of_the_tests_is_inside() throws IOException {
    for (var built : images) {
      List<String> names = new ArrayList<>(OciArchive.read(built.file()).filesAbove(BASE));
      names.addAll(ownResources(built.service()));

      assertThat(names)
          .as(built.service())
          .hasSizeGreaterThan(200)
          .noneMatch(name -> NOT_FOR_A_SITE.matcher(name).matches());
    }
  }

  @Test
  void the_same_packaged_services_have_the_same_digests() throws IOException {
    var again = build("again");

    assertThat(again.stream().map(BuiltImage::digest))
        .containsExactlyElementsOf(images.stream().map(BuiltImage::digest).toList());
  }

  /** A time of the build in a jar would be another digest with each build. */
  @Test
  void whatever_we_package_has_the_one_time_of_the_pom() throws IOException {
    var time = LocalDateTime.ofInstant(timeOfThePom(), ZoneOffset.UTC);
    for (var built : images) {
      for (var jar : ownJars(built.service())) {
        try (var content = new JarFile(jar.toFile())) {
          assertThat(content.stream())
              .as(jar.toString())
              .isNotEmpty()
              .allSatisfy(entry -> assertThat(entry.getTimeLocal()).isEqualTo(time));
        }
      }
    }
  }

  @Test
  void the_names_are_those_that_the_chart_asks_for_by_itself() throws IOException {
    var values =
        Files.readString(
            REPOSITORY.resolve("deploy/helm/caseclock/values.yaml"), StandardCharsets.UTF_8);

    for (var built : images) {
      assertThat(built.name())
          .isEqualTo(OciArchive.read(built.file()).reference())
          .isEqualTo(
              ImageNames.IN_CHART
                  + "/"
                  + built.service()
                  + ":"
                  + ImageNames.tagOfChart(REPOSITORY));
      assertThat(values).contains("repository: " + ImageNames.IN_CHART + "/" + built.service());
    }
  }

  private static List<BuiltImage> build(String out) throws IOException {
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
        .buildInto(folder.resolve(out));
  }

  private static Properties settings(String service) throws IOException {
    var settings = new Properties();
    try (InputStream file =
        Files.newInputStream(
            REPOSITORY.resolve(service).resolve("src/main/resources/application.properties"))) {
      settings.load(file);
    }
    return settings;
  }

  private static Instant timeOfThePom() throws IOException {
    var pom = Files.readString(REPOSITORY.resolve("pom.xml"), StandardCharsets.UTF_8);
    var time = TIME.matcher(pom);
    assertThat(time.find()).isTrue();
    return Instant.parse(time.group(1));
  }

  /** What is packaged here: our own code, what Quarkus generates, and what starts it. */
  private static List<Path> ownJars(String service) throws IOException {
    var app = REPOSITORY.resolve(service).resolve("target/quarkus-app");
    var jars =
        FilesUnder.folder(app).stream()
            .filter(file -> OWN_JAR.matcher(FilesUnder.name(app, file)).matches())
            .toList();
    assertThat(jars).hasSizeGreaterThanOrEqualTo(6);
    return jars;
  }

  private static List<String> ownResources(String service) throws IOException {
    List<String> names = new ArrayList<>();
    for (var jar : ownJars(service)) {
      try (var content = new JarFile(jar.toFile())) {
        content.stream().map(Object::toString).forEach(names::add);
      }
    }
    return names;
  }
}
