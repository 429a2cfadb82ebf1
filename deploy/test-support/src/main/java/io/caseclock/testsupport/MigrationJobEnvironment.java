package io.caseclock.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * All that the Job is told that migrates the schema of a service. It is kept in one place, so that
 * what the chart says and what packaged services are started with cannot differ.
 *
 * @param database host, port and name, as they stand in a JDBC address
 * @param tls what the address says of it, such as {@code sslmode=disable}
 * @param password of the role that migrates
 */
public record MigrationJobEnvironment(String database, String tls, String password) {

  private static final String FILE = "/migration-job.properties";

  /**
   * The variables by their names.
   *
   * @param service as its schema is called
   */
  public Map<String, String> of(String service) {
    var told = told();
    Map<String, String> variables = new TreeMap<>();
    for (var name : told.stringPropertyNames()) {
      variables.put(
          name,
          told.getProperty(name)
              .replace("{service}", service)
              .replace("{database}", database)
              .replace("{tls}", tls)
              .replace("{password}", password));
    }
    return variables;
  }

  private static Properties told() {
    var told = new Properties();
    try (var file = MigrationJobEnvironment.class.getResourceAsStream(FILE)) {
      told.load(Objects.requireNonNull(file, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told;
  }
}
