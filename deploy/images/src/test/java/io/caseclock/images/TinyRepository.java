package io.caseclock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A repository with one service, packaged as Quarkus does, of a few bytes. */
public final class TinyRepository {

  public static final String SERVICE = "tiny-service";
  public static final String APP = SERVICE + "/target/quarkus-app/";

  private static final String CONTAINERFILE =
      """
      # Its image.
      ARG BUILD=example.test/jdk:25
      ARG BASE=example.test/jre:25

      FROM ${BUILD} AS build
      RUN install-fonts
      WORKDIR /src
      COPY . .
      RUN ./mvnw package

      FROM ${BASE}
      LABEL org.opencontainers.image.title="Tiny service"
      ENV LANG=C.UTF-8
      WORKDIR /opt/tiny
      COPY --from=build /usr/share/fonts/truetype/droid/ /usr/share/fonts/truetype/droid/
      COPY --from=build /src/tiny-service/target/quarkus-app/ ./
      USER 10001:10002
      EXPOSE 8099
      ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
      """;

  private final Path folder;

  private TinyRepository(Path folder) {
    this.folder = folder;
  }

  /** Makes it in a folder, with fonts in {@code fonts} beside it. */
  public static TinyRepository in(Path folder) throws IOException {
    var tiny = new TinyRepository(folder.resolve("repository"));
    tiny.write(SERVICE + "/Containerfile", CONTAINERFILE);
    tiny.write(APP + "lib/main/org.example.library-1.0.jar", "a library ".repeat(1000));
    tiny.write(APP + "lib/boot/org.example.boot-1.0.jar", "boot");
    tiny.write(APP + "lib/main/io.caseclock.shared-model-1.jar", "shared");
    tiny.write(APP + "app/tiny-service-1.jar", "our code");
    tiny.write(APP + "quarkus/generated-bytecode.jar", "generated");
    tiny.write(APP + "quarkus-run.jar", "run");
    tiny.write(APP + "quarkus-app-dependencies.txt", "org.example:library");
    tiny.write("../fonts/droid/Droid.ttf", "font");
    return tiny;
  }

  public Path folder() {
    return folder;
  }

  public Path fonts() {
    return folder.resolveSibling("fonts");
  }

  /** Writes a file of the repository, by its path in it. */
  public void write(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  /** Replaces what stands in the Containerfile. */
  public void inContainerfile(String text, String other) throws IOException {
    var file = folder.resolve(SERVICE + "/Containerfile");
    Files.writeString(file, Files.readString(file).replace(text, other));
  }
}
