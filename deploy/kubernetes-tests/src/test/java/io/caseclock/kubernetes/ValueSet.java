package io.caseclock.kubernetes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The values that are shipped for a kind of site, on top of the chart's own. */
enum ValueSet {
  ONE_MACHINE("values-one-machine.yaml"),
  PROVINCE("values-province.yaml"),
  OFFLINE("values-offline.yaml");

  private final String fileName;

  ValueSet(String fileName) {
    this.fileName = fileName;
  }

  Path file() {
    return Chart.FOLDER.resolve(fileName);
  }

  /** All values, as Helm puts both files together. */
  Values read() {
    return new Values(merged(load(Chart.FOLDER.resolve("values.yaml")), load(file())));
  }

  /** What the file itself says. */
  Values own() {
    return new Values(load(file()));
  }

  /** A tree of values. */
  record Values(Map<String, Object> tree) {

    /** What stands at a path such as {@code networkPolicy.dns}; fails where nothing does. */
    Object at(String path) {
      Object value = tree;
      for (var key : path.split("\\.")) {
        value = Objects.requireNonNull(((Map<?, ?>) value).get(key), "no value at " + path);
      }
      return value;
    }

    String yaml() {
      var options = new DumperOptions();
      options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
      return new Yaml(options).dump(tree);
    }
  }

  private static Map<String, Object> load(Path file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(RepositoryText.of(file));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
    Map<String, Object> both = new LinkedHashMap<>(below);
    above.forEach(
        (key, value) ->
            both.merge(
                key,
                value,
                (old, wanted) ->
                    old instanceof Map && wanted instanceof Map
                        ? merged((Map<String, Object>) old, (Map<String, Object>) wanted)
                        : wanted));
    return both;
  }
}
