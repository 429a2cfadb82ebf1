package io.caseclock.images.containerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.images.ImagesException;
import io.caseclock.images.TinyRepository;
import io.caseclock.images.containerfile.Containerfile.Copy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerfileReaderTest {

  @TempDir Path folder;

  private TinyRepository repository;

  @BeforeEach
  void aContainerfile() throws IOException {
    repository = TinyRepository.in(folder);
  }

  @Test
  void what_the_last_stage_says_is_taken() throws IOException {
    assertThat(read())
        .isEqualTo(
            new Containerfile(
                "example.test/jre:25",
                "/src",
                "/opt/tiny",
                List.of(
                    new Copy("/usr/share/fonts/truetype/droid", "/usr/share/fonts/truetype/droid"),
                    new Copy("/src/tiny-service/target/quarkus-app", "/opt/tiny")),
                "10001:10002",
                List.of(8099),
                List.of("java", "-jar", "quarkus-run.jar"),
                Map.of("LANG", "C.UTF-8"),
                Map.of("org.opencontainers.image.title", "Tiny service")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPOSE 8099                 | VOLUME /data            | 18: not understood: VOLUME",
        "EXPOSE 8099                 | RUN id                  | 18: not understood: RUN",
        "EXPOSE 8099                 | EXPOSE 8099/udp         | 18: not understood: 8099/udp",
        "EXPOSE 8099                 | LABEL a=b c=d           | 18: not understood: not"
            + " NAME=VALUE",
        "EXPOSE 8099                 | ENV LANG=de             | 18: not understood: LANG twice",
        "EXPOSE 8099                 | FROM ${BASE}            | 18: not understood: FROM",
        "USER 10001:10002            | USER root               | 17: not understood: root",
        "WORKDIR /opt/tiny           | WORKDIR tiny            | 14: not understood: no plain",
        "WORKDIR /opt/tiny           | WORKDIR /opt/../tiny    | 14: not understood: no plain",
        "WORKDIR /opt/tiny           | # none                  | 16: not understood: COPY to no",
        "COPY --from=build /usr      | COPY --from=other /usr  | 15: not understood: COPY",
        "COPY --from=build /usr      | COPY --chown=1 /usr     | 15: not understood: COPY",
        "FROM ${BASE}                | FROM other:1            | 11: not understood: FROM",
        "FROM ${BUILD} AS build      | FROM ${BUILD}           | 5: not understood: one stage",
        "RUN install-fonts           | ADD x y                 | 6: not understood: ADD",
        "ARG BASE=                   | ARG BASE                | 3: not understood: not NAME",
        "COPY . .                    | COPY a b                | no stage that builds",
        "USER 10001:10002            | # none                  | must be there",
        "'ENTRYPOINT [\"java\", '    | 'ENTRYPOINT java '      | 19: not understood: ENTRYPOINT"
      })
  void what_is_not_understood_is_refused_with_its_line(String text, String other, String reason)
      throws IOException {
    repository.inContainerfile(text, other);

    assertThatThrownBy(this::read).isInstanceOf(ImagesException.class).hasMessageContaining(reason);
  }

  private Containerfile read() throws IOException {
    return ContainerfileReader.read(
        repository.folder().resolve(TinyRepository.SERVICE).resolve("Containerfile"));
  }
}
