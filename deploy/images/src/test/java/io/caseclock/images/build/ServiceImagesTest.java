package io.caseclock.images.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.images.ImagesException;
import io.caseclock.images.OciArchive;
import io.caseclock.images.OciArchive.Layer;
import io.caseclock.images.TinyBase;
import io.caseclock.images.TinyRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceImagesTest {

  @TempDir Path folder;

  private TinyRepository repository;
  private Path base;

  @BeforeEach
  void aRepository() throws IOException {
    repository = TinyRepository.in(folder);
    base = TinyBase.ofDocker(folder.resolve("base.tar"));
  }

  @Test
  void the_image_is_what_the_containerfile_says() throws IOException {
    var built = build("out");
    var image = OciArchive.read(built.file());

    assertThat(built.file()).isEqualTo(folder.resolve("out/tiny-service.tar"));
    assertThat(built.digest()).isEqualTo(image.digest());
    assertThat(image.reference()).isEqualTo("registry.test/x/tiny-service:1");
    var configuration = image.configuration();
    assertThat(configuration.path("User").asText()).isEqualTo("10001:10002");
    assertThat(configuration.path("WorkingDir").asText()).isEqualTo("/opt/tiny");
    assertThat(texts(configuration.path("Entrypoint")))
        .containsExactly("java", "-jar", "quarkus-run.jar");
    assertThat(texts(configuration.path("Env")))
        .containsExactlyInAnyOrder("PATH=/usr/bin", "LANG=C.UTF-8");
    assertThat(configuration.path("ExposedPorts").toString()).isEqualTo("{\"8099/tcp\":{}}");
    assertThat(configuration.path("Labels").toString())
        .isEqualTo(
            "{\"org.opencontainers.image.title\":\"Tiny service\","
                + "\"org.opencontainers.image.version\":\"1\"}");
    assertThat(image.whole().path("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void a_registry_is_asked_for_a_base_that_is_in_no_file() throws IOException {
    int nobody;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    var images =
        new ServiceImages(
            repository.folder(),
            repository.fonts(),
            new ImageNames("registry.test/x", "1"),
            new BaseImage.InRegistry("127.0.0.1:" + nobody + "/jre:25"));

    assertThatThrownBy(() -> images.buildInto(folder.resolve("out")))
        .isInstanceOf(ImagesException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void the_layers_go_from_what_changes_least_to_our_own_code() throws IOException {
    var image = OciArchive.read(build("out").file());

    assertThat(image.layers().stream().map(Layer::files))
        .containsExactly(
            List.of("/usr/bin/java"),
            List.of("/usr/share/fonts/truetype/droid/Droid.ttf"),
            List.of(
                "/opt/tiny/lib/boot/org.example.boot-1.0.jar",
                "/opt/tiny/lib/main/org.example.library-1.0.jar"),
            List.of(
                "/opt/tiny/quarkus-app-dependencies.txt",
                "/opt/tiny/quarkus-run.jar",
                "/opt/tiny/quarkus/generated-bytecode.jar"),
            List.of(
                "/opt/tiny/app/tiny-service-1.jar",
                "/opt/tiny/lib/main/io.caseclock.shared-model-1.jar"));
  }

  @Test
  void files_belong_to_root_and_nobody_else_may_write_them() throws IOException {
    var image = OciArchive.read(build("out").file());

    assertThat(image.layers().stream().skip(1).flatMap(layer -> layer.entries().stream()))
        .allSatisfy(
            entry -> {
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getMode() & 07777).isEqualTo(entry.isDirectory() ? 0755 : 0644);
              assertThat(entry.getLastModifiedTime()).isEqualTo(FileTime.fromMillis(1000));
            });
  }

  @Test
  void the_same_input_is_the_same_archive_whatever_the_time_of_files() throws IOException {
    var first = build("first");
    Files.setLastModifiedTime(
        repository.folder().resolve(TinyRepository.APP + "quarkus-run.jar"),
        FileTime.fromMillis(86_400_000));
    var second = build("second");

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.file()).hasSameBinaryContentAs(first.file());
  }

  @Test
  void a_change_of_our_code_changes_only_the_topmost_layer() throws IOException {
    var before = OciArchive.read(build("before").file()).layers();
    repository.write(TinyRepository.APP + "app/tiny-service-1.jar", "better code");
    repository.write(TinyRepository.APP + "lib/main/io.caseclock.shared-model-1.jar", "better");
    var after = OciArchive.read(build("after").file()).layers();

    assertThat(digests(after).subList(0, 4)).isEqualTo(digests(before).subList(0, 4));
    assertThat(digests(after).get(4)).isNotEqualTo(digests(before).get(4));
  }

  @Test
  void a_base_in_the_layout_of_oci_gives_the_same_image() throws IOException {
    var ofDocker = build("docker");
    base = TinyBase.ofOci(folder.resolve("oci.tar"));

    assertThat(build("oci").digest()).isEqualTo(ofDocker.digest());
  }

  @Test
  void a_base_whose_parts_are_not_what_their_digests_say_is_refused() throws IOException {
    var parts = TinyBase.oci();
    var last = List.copyOf(parts.keySet()).getLast();
    parts.put(last, new byte[1024]);
    base = TinyBase.write(folder.resolve("spoiled.tar"), parts);

    assertThatThrownBy(() -> build("out"))
        .isInstanceOf(ImagesException.class)
        .hasMessageContaining(last + " is not what its digest says");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void a_base_that_is_no_image_is_refused() throws IOException {
    base = Files.writeString(folder.resolve("text.tar"), "no archive ".repeat(100));

    assertThatThrownBy(() -> build("out"))
        .hasMessageEndingWith("text.tar: no tar archive that can be read");
  }

  @Test
  void a_base_for_several_platforms_is_refused() throws IOException {
    var parts = TinyBase.oci();
    parts.put(
        "index.json",
        "{\"manifests\": [{\"mediaType\": \"application/vnd.oci.image.index.v1+json\"}]}"
            .getBytes(StandardCharsets.UTF_8));
    base = TinyBase.write(folder.resolve("many.tar"), parts);

    assertThatThrownBy(() -> build("out")).hasMessageContaining("not one image for one platform");
  }

  @Test
  void a_link_in_what_is_packaged_is_refused() throws IOException {
    Files.createSymbolicLink(
        repository.folder().resolve(TinyRepository.APP + "app/link.jar"), Path.of("/etc/hostname"));

    assertThatThrownBy(() -> build("out")).hasMessageContaining("link.jar is a link");
  }

  @Test
  void fonts_that_are_not_there_are_asked_for() throws IOException {
    Files.delete(repository.fonts().resolve("droid/Droid.ttf"));
    Files.delete(repository.fonts().resolve("droid"));

    assertThatThrownBy(() -> build("out")).hasMessageContaining("--fonts DIR");
  }

  @Test
  void what_the_machine_has_elsewhere_is_not_copied() throws IOException {
    repository.inContainerfile("/usr/share/fonts/truetype/droid/ ", "/etc/ ");

    assertThatThrownBy(() -> build("out")).hasMessageContaining("not known here: /etc");
  }

  @Test
  void a_service_that_is_not_packaged_is_named() throws IOException {
    repository.inContainerfile("/src/tiny-service/", "/src/other/");

    assertThatThrownBy(() -> build("out")).hasMessageContaining("made by packaging");
  }

  @Test
  void a_base_that_looks_like_a_file_is_not_looked_for_in_a_registry() {
    assertThatThrownBy(() -> BaseImage.of("absent.tar")).hasMessage("no file absent.tar");
    assertThatThrownBy(() -> BaseImage.of("./absent")).hasMessage("no file ./absent");
    assertThat(BaseImage.of("registry.test/jre:25"))
        .isEqualTo(new BaseImage.InRegistry("registry.test/jre:25"));
    assertThat(BaseImage.of(base.toString())).isEqualTo(new BaseImage.InFile(base));
  }

  private BuiltImage build(String out) throws IOException {
    var built =
        new ServiceImages(
                repository.folder(),
                repository.fonts(),
                new ImageNames("registry.test/x", "1"),
                new BaseImage.InFile(base))
            .buildInto(folder.resolve(out));
    assertThat(built).hasSize(1);
    return built.getFirst();
  }

  private static List<String> digests(List<Layer> layers) {
    return layers.stream().map(Layer::digest).toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
