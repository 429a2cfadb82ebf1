package io.caseclock.images.containerfile;

import java.util.List;
import java.util.Map;

/**
 * What the last stage of a Containerfile says.
 *
 * @param base the image it begins with, by name in a registry
 * @param source the folder of the stage before that holds the repository
 * @param workingDirectory an absolute path
 * @param copies in their order
 * @param user user and group, as numbers
 * @param ports of TCP
 * @param entrypoint the command with its arguments; no shell reads it
 */
public record Containerfile(
    String base,
    String source,
    String workingDirectory,
    List<Copy> copies,
    String user,
    List<Integer> ports,
    List<String> entrypoint,
    Map<String, String> environment,
    Map<String, String> labels) {

  public Containerfile {
    copies = List.copyOf(copies);
    ports = List.copyOf(ports);
    entrypoint = List.copyOf(entrypoint);
    environment = Map.copyOf(environment);
    labels = Map.copyOf(labels);
  }

  /**
   * The content of a folder that goes into the image.
   *
   * @param from an absolute path in the stage before
   * @param to an absolute path in the image
   */
  public record Copy(String from, String to) {}
}
