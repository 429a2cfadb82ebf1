package io.caseclock.testsupport;

import java.util.Properties;

/**
 * A server and its superuser.
 *
 * @param hostAndPort as it stands in a JDBC address
 */
record PostgresAddress(String hostAndPort, String superuser, String password) {

  String jdbcUrl(String database) {
    return "jdbc:postgresql://" + hostAndPort + "/" + database;
  }

  Properties credentials() {
    var credentials = new Properties();
    credentials.put("user", superuser);
    credentials.put("password", password);
    return credentials;
  }

  String asText() {
    return String.join("\n", hostAndPort, superuser, password);
  }

  static PostgresAddress ofText(String text) {
    var parts = text.split("\n", -1);
    return new PostgresAddress(parts[0], parts[1], parts[2]);
  }
}
