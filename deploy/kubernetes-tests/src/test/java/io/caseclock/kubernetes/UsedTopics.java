package io.caseclock.kubernetes;

import io.caseclock.contract.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The topics of one service, as its code and its settings have them.
 *
 * @param read by the group in which it reads each
 * @param written dead letters among them
 */
record UsedTopics(Map<String, String> read, Set<String> written) {

  private static final Pattern CHANNEL =
      Pattern.compile("caseclock\\.consumer\\.channels\\.([-a-z]+)\\.group");

  /** Whatever is sent goes through the outbox. */
  private static final Pattern SENT =
      Pattern.compile("OutboxRecord\\s*\\.of\\(\\s*Topics\\.(\\w+)");

  static UsedTopics of(Service service) {
    var read = new TreeMap<String, String>();
    var settings = service.properties();
    for (var name : settings.stringPropertyNames()) {
      var channel = CHANNEL.matcher(name);
      if (channel.matches()) {
        read.put(channel.group(1), settings.getProperty(name));
      }
    }
    var written = new TreeSet<String>();
    read.keySet().forEach(topic -> written.add(Topics.deadLetter(topic, service.component())));
    SENT.matcher(sources(service)).results().forEach(sent -> written.add(topic(sent.group(1))));
    return new UsedTopics(read, written);
  }

  private static String sources(Service service) {
    return RepositoryText.javaIn(service.module().resolve("src/main/java")).stream()
        .map(RepositoryText::of)
        .collect(Collectors.joining());
  }

  private static String topic(String constant) {
    try {
      return (String) Topics.class.getField(constant).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constant, e);
    }
  }
}
