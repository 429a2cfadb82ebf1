package io.caseclock.images.containerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.images.ImagesException;
import io.caseclock.images.containerfile.Containerfile.Copy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a Containerfile of two stages: one that builds in a copy of the repository, and one that
 * copies from it. Takes the instructions that ours use, one a line, and refuses every other.
 */
public final class ContainerfileReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STAGE = Pattern.compile("\\$\\{([A-Z]+)}(?: AS ([a-z]+))?");
  private static final Pattern COPY = Pattern.compile("--from=([a-z]+) (/\\S+/) (\\./|/\\S+/)");
  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z0-9_.-]+)=(\"[^\"\\\\$]*\"|[^\\s\"'\\\\$]+)");
  private static final Pattern USER = Pattern.compile("\\d{1,9}:\\d{1,9}");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  private final Path file;
  private final Map<String, String> arguments = new HashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private List<String> entrypoint = List.of();
  private String building = "";
  private String source = "";
  private String base = "";
  private String workingDirectory = "";
  private String user = "";
  private boolean hasRepository;
  private int line;

  private ContainerfileReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws ImagesException where a line is not understood, with its number, or where something
   *     that an image needs is not said
   */
  public static Containerfile read(Path file) throws IOException {
    var reader = new ContainerfileReader(file);
    for (var text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      reader.line++;
      if (!text.isBlank() && !text.startsWith("#")) {
        var parts = text.strip().split(" ", 2);
        reader.take(parts[0], parts.length == 1 ? "" : parts[1].strip());
      }
    }
    return reader.whole();
  }

  private void take(String instruction, String value) {
    if (instruction.equals("FROM")) {
      from(value);
    } else if (instruction.equals("ARG") && building.isEmpty()) {
      pair(value, arguments);
    } else if (building.isEmpty()) {
      throw refusal(instruction + " before the first stage");
    } else if (base.isEmpty()) {
      takeOfBuild(instruction, value);
    } else {
      takeOfImage(instruction, value);
    }
  }

  private void from(String value) {
    var stage = STAGE.matcher(value);
    var image = stage.matches() ? arguments.get(stage.group(1)) : null;
    if (image == null || !base.isEmpty()) {
      throw refusal("FROM " + value);
    }
    var name = stage.group(2);
    if (building.isEmpty() && name != null) {
      building = name;
    } else if (!building.isEmpty() && name == null) {
      base = image;
    } else {
      throw refusal("one stage that builds, with a name, and then the image's");
    }
  }

  private void takeOfBuild(String instruction, String value) {
    switch (instruction) {
      case "WORKDIR" -> source = absolute(value);
      case "COPY" -> hasRepository |= value.equals(". .");
      case "RUN" -> {}
      default -> throw refusal(instruction);
    }
  }

  private void takeOfImage(String instruction, String value) {
    switch (instruction) {
      case "WORKDIR" -> workingDirectory = absolute(value);
      case "COPY" -> copy(value);
      case "USER" -> user = matching(USER, value);
      case "EXPOSE" -> ports.add(Integer.valueOf(matching(PORT, value)));
      case "ENTRYPOINT" -> entrypoint = words(value);
      case "ENV" -> pair(value, environment);
      case "LABEL" -> pair(value, labels);
      default -> throw refusal(instruction + " in the stage of the image");
    }
  }

  private void copy(String value) {
    var copy = COPY.matcher(value);
    if (!copy.matches() || !copy.group(1).equals(building)) {
      throw refusal("COPY " + value);
    }
    if (copy.group(3).startsWith(".") && workingDirectory.isEmpty()) {
      throw refusal("COPY to no WORKDIR");
    }
    var to = copy.group(3).startsWith(".") ? workingDirectory + "/" : copy.group(3);
    copies.add(new Copy(absolute(copy.group(2)), absolute(to)));
  }

  private List<String> words(String value) {
    try {
      return JSON.readValue(value, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw refusal("ENTRYPOINT that is no list in JSON, so that a shell would read it");
    }
  }

  private void pair(String value, Map<String, String> into) {
    var pair = PAIR.matcher(value);
    if (!pair.matches()) {
      throw refusal("not NAME=VALUE: " + value);
    }
    if (into.put(pair.group(1), pair.group(2).replace("\"", "")) != null) {
      throw refusal(pair.group(1) + " twice");
    }
  }

  private String absolute(String value) {
    if (!value.startsWith("/") || !Path.of(value).normalize().equals(Path.of(value))) {
      throw refusal("no plain absolute path: " + value);
    }
    return Path.of(value).toString();
  }

  private String matching(Pattern pattern, String value) {
    if (!pattern.matcher(value).matches()) {
      throw refusal(value);
    }
    return value;
  }

  private Containerfile whole() {
    if (base.isEmpty() || source.isEmpty() || !hasRepository) {
      throw new ImagesException(file + ": no stage that builds in a copy of the repository");
    }
    if (workingDirectory.isEmpty() || user.isEmpty() || copies.isEmpty() || entrypoint.isEmpty()) {
      throw new ImagesException(file + ": WORKDIR, COPY, USER and ENTRYPOINT must be there");
    }
    return new Containerfile(
        base, source, workingDirectory, copies, user, ports, entrypoint, environment, labels);
  }

  private ImagesException refusal(String what) {
    return new ImagesException(file + ":" + line + ": not understood: " + what);
  }
}
