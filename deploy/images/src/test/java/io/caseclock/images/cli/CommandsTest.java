package io.caseclock.images.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.images.OciArchive;
import io.caseclock.images.TinyBase;
import io.caseclock.images.TinyRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir Path folder;

  private TinyRepository repository;
  private Path base;

  @BeforeEach
  void aRepository() throws IOException {
    repository = TinyRepository.in(folder);
    base = TinyBase.ofDocker(folder.resolve("base.tar"));
    repository.write("deploy/helm/caseclock/Chart.yaml", "name: caseclock\nappVersion: 7.1.0\n");
    repository.write("deploy/helm/caseclock/templates/_all.tpl", "template");
    repository.write("deploy/compose/compose.yaml", "services:");
    repository.write("deploy/compose/make-secrets", "#!/bin/sh");
    repository.write("deploy/citus/README.md", "# Citus");
    repository.write("deploy/e2e/src/test/resources/access.md", "# Access");
    repository.write("deploy/e2e/src/test/resources/keycloak-realm.json", "{}");
    repository.write("deploy/compose/.env.example", "REGISTRY=");
    repository.write("deploy/compose/.env", "PASSWORD=x");
    repository.write("deploy/compose/secrets/password", "x");
    repository.write("deploy/compose/postgresql/10-roles.sh", "psql");
    repository.write("docs/operations.md", "# Operations");
    repository.write("shared-model/src/main/resources/packs/cn/pack.yaml", "id: cn");
    for (var name :
        List.of("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")) {
      repository.write(name, name);
    }
    repository.write("tiny-service/target/sbom.json", "{}");
    System.setProperty("caseclock.root", repository.folder().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("caseclock.root");
  }

  @Test
  void images_are_called_as_the_chart_asks_for_them() throws IOException {
    var run = run("images", out("images"), "--base", base.toString(), "--fonts", fonts());

    var image = OciArchive.read(folder.resolve("images/tiny-service.tar"));
    assertThat(run.exit()).isZero();
    assertThat(image.reference()).isEqualTo("registry.example/caseclock/tiny-service:7.1.0");
    assertThat(run.said()).contains(image.reference(), image.digest());
    assertThat(folder.resolve("images")).isDirectoryContaining("glob:**/tiny-service.tar");
    try (var files = Files.list(folder.resolve("images"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void names_and_tags_may_be_a_sites_own() throws IOException {
    run(
        "images",
        out("images"),
        "--base",
        base.toString(),
        "--fonts",
        fonts(),
        "--registry",
        "registry.police.internal:5000/caseclock",
        "--tag",
        "2026.11");

    assertThat(OciArchive.read(folder.resolve("images/tiny-service.tar")).reference())
        .isEqualTo("registry.police.internal:5000/caseclock/tiny-service:2026.11");
  }

  @Test
  void a_bundle_has_what_a_site_needs_and_none_of_its_own_secrets() throws IOException {
    var made = bundle();

    assertThat(made.exit()).isZero();
    try (var archive = new TarFile(folder.resolve("bundle.tar"))) {
      assertThat(archive.getEntries().stream().map(TarArchiveEntry::getName))
          .containsExactly(
              "SHA256SUMS",
              "CHANGELOG.md",
              "CONTRIBUTING.md",
              "LICENSE",
              "README.md",
              "README.zh-CN.md",
              "deploy/citus/README.md",
              "deploy/compose/.env.example",
              "deploy/compose/compose.yaml",
              "deploy/compose/make-secrets",
              "deploy/compose/postgresql/10-roles.sh",
              "deploy/e2e/src/test/resources/access.md",
              "deploy/e2e/src/test/resources/keycloak-realm.json",
              "deploy/helm/caseclock/Chart.yaml",
              "deploy/helm/caseclock/templates/_all.tpl",
              "docs/operations.md",
              "images/tiny-service.sbom.json",
              "images/tiny-service.tar",
              "shared-model/src/main/resources/packs/cn/pack.yaml");
    }
    var verified = run("bundle", "verify", out("bundle.tar"));
    assertThat(verified.exit()).isZero();
    assertThat(verified.said())
        .contains("通过", "Whole: 18 files", made.said().strip().lines().toList().getLast());
  }

  @Test
  void the_image_in_a_bundle_is_the_one_whose_digest_was_told() throws IOException {
    var made = bundle();
    var unpacked = folder.resolve("unpacked.tar");
    try (var archive = new TarFile(folder.resolve("bundle.tar"))) {
      for (var entry : archive.getEntries()) {
        if (entry.getName().equals("images/tiny-service.tar")) {
          Files.copy(archive.getInputStream(entry), unpacked);
        }
      }
    }

    assertThat(made.said()).contains(OciArchive.read(unpacked).digest());
  }

  @Test
  void a_spoiled_bundle_is_told_in_both_languages() throws IOException {
    bundle();
    var bytes = Files.readAllBytes(folder.resolve("bundle.tar"));
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("# Operations")] = '*';
    Files.write(folder.resolve("bundle.tar"), bytes);

    var run = run("bundle", "verify", out("bundle.tar"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said())
        .isEqualTo(
            """
            未通过：docs/operations.md：内容与校验和不符。
            Not whole: docs/operations.md: its content is not what the list says.
            """);
  }

  @Test
  void what_is_not_there_makes_no_bundle() throws IOException {
    Files.delete(repository.folder().resolve("tiny-service/target/sbom.json"));

    var run = bundle();

    assertThat(run.exit()).isNotZero();
    assertThat(folder.resolve("bundle.tar")).doesNotExist();
  }

  @Test
  void a_bundle_without_a_name_and_one_that_is_not_there_are_refused() {
    assertThat(run("bundle").exit()).isEqualTo(2);
    assertThat(run("bundle", "verify", out("absent.tar")).exit()).isEqualTo(2);
  }

  private Run bundle() {
    return run("bundle", out("bundle.tar"), "--base", base.toString(), "--fonts", fonts());
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private String fonts() {
    return repository.fonts().toString();
  }

  private record Run(int exit, String said) {}

  private static Run run(String... arguments) {
    var said = new StringWriter();
    var commands = ImagesCli.commands();
    commands.setOut(new PrintWriter(said));
    commands.setErr(new PrintWriter(new StringWriter()));
    return new Run(commands.execute(arguments), said.toString());
  }
}
