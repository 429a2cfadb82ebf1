package io.caseclock.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The settings of Quarkus that a service has: those of the extensions that its module names, and of
 * the extensions that these need. Each extension ships a list of its own.
 *
 * @param settings by the environment variable of each
 * @param named patterns for the variables of settings that have names of the site's own in them
 */
record QuarkusSettings(Map<String, Setting> settings, List<Pattern> named) {

  /**
   * One setting.
   *
   * @param property its name
   * @param phase when it is read; what is not read at run time cannot be set by the environment
   * @param standard what holds where nothing is set; may be empty
   */
  record Setting(String property, String phase, String standard) {}

  private static final String GROUP = "io.quarkus";
  private static final String RUN_TIME = "RUN_TIME";

  /** Where a name stands, as the lists of settings write it. */
  private static final Pattern NAME = Pattern.compile("__[A-Z0-9_]+?__");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static QuarkusSettings of(Service service) {
    Map<String, Setting> settings = new TreeMap<>();
    for (var extension : extensionsOf(service)) {
      resource(pom(extension))
          .flatMap(QuarkusSettings::listBeside)
          .ifPresent(list -> read(list, settings));
    }
    return new QuarkusSettings(settings, named(settings));
  }

  /** Whether the environment variable sets something when the service starts. */
  boolean isReadAtRunTime(String variable) {
    var setting = settings.get(variable);
    return setting == null
        ? named.stream().anyMatch(pattern -> pattern.matcher(variable).matches())
        : setting.phase().equals(RUN_TIME);
  }

  /**
   * What may be set of each of several things, to which a name of the site's own leads. A number is
   * no name: it is taken for a place in a list, and what stands behind it is read by nobody.
   */
  private static List<Pattern> named(Map<String, Setting> settings) {
    return settings.entrySet().stream()
        .filter(setting -> setting.getValue().phase().equals(RUN_TIME))
        .map(Map.Entry::getKey)
        .filter(variable -> NAME.matcher(variable).find())
        .map(variable -> Pattern.compile(NAME.matcher(variable).replaceAll("_[A-Z][A-Z0-9]*_")))
        .toList();
  }

  /** What holds: as the service's properties say, else the standard of the extension. */
  String effective(String property, Properties shipped) {
    return Optional.ofNullable(shipped.getProperty(property))
        .orElseGet(
            () ->
                settings.values().stream()
                    .filter(setting -> setting.property().equals(property))
                    .map(Setting::standard)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no setting " + property)));
  }

  private static Set<String> extensionsOf(Service service) {
    var next = new ArrayDeque<String>();
    Stream.of(service.module(), Service.support())
        .flatMap(module -> dependencies(module.resolve("pom.xml").toUri()).stream())
        .forEach(next::add);
    Set<String> found = new HashSet<>();
    while (!next.isEmpty()) {
      var extension = next.remove();
      if (found.add(extension)) {
        resource(pom(extension))
            .ifPresent(url -> next.addAll(dependencies(URI.create(url.toString()))));
      }
    }
    if (found.contains("quarkus-smallrye-health")) {
      found.add("quarkus-smallrye-health-deployment");
    }
    return found;
  }

  private static String pom(String extension) {
    return "META-INF/maven/" + GROUP + "/" + extension + "/pom.xml";
  }

  private static Optional<URL> resource(String name) {
    return Optional.ofNullable(QuarkusSettings.class.getClassLoader().getResource(name));
  }

  private static Optional<URL> listBeside(URL pom) {
    var text = pom.toString();
    var jar = text.substring(0, text.indexOf("!/") + 2);
    try {
      var list = URI.create(jar + "META-INF/quarkus-config-doc/quarkus-config-model.json").toURL();
      list.openStream().close();
      return Optional.of(list);
    } catch (IOException e) {
      return Optional.empty(); // this one has no settings
    }
  }

  /** The artifacts of Quarkus that a module needs to run. */
  private static Set<String> dependencies(URI pom) {
    Set<String> found = new HashSet<>();
    try (var stream = pom.toURL().openStream()) {
      var nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(stream)
              .getElementsByTagName("dependency");
      for (var i = 0; i < nodes.getLength(); i++) {
        var dependency = (Element) nodes.item(i);
        var scope = text(dependency, "scope");
        if (text(dependency, "groupId").equals(GROUP)
            && (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime"))) {
          found.add(text(dependency, "artifactId"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("cannot be read: " + pom, e);
    }
    return found;
  }

  private static String text(Element element, String tag) {
    var found = element.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private static void read(URL list, Map<String, Setting> settings) {
    try {
      MAPPER
          .readTree(list)
          .path("configRoots")
          .forEach(root -> root.path("items").forEach(item -> read(item, settings)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(JsonNode item, Map<String, Setting> settings) {
    var path = item.path("path");
    if (path.has("environmentVariable")) {
      settings.put(
          path.path("environmentVariable").asText(),
          new Setting(
              path.path("property").asText(),
              item.path("phase").asText(),
              item.path("defaultValue").asText("")));
    }
    item.path("items").forEach(inner -> read(inner, settings));
  }
}
