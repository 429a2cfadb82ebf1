package io.caseclock.bench.growth;

import io.caseclock.bench.statistics.HeldConnection;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements that are sent; a batch of rows is one, a commit is none. */
final class CountedStatements implements DataSource {

  private final HeldConnection database;
  private long sent;

  CountedStatements(HeldConnection database) {
    this.database = database;
  }

  long sent() {
    return sent;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(Connection.class, database.getConnection());
  }

  private <T> T counted(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> invoke(real, method, arguments)));
  }

  private @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().startsWith("execute")) {
      sent++;
    }
    try {
      var result = method.invoke(real, arguments);
      return switch (result) {
        case PreparedStatement statement -> counted(PreparedStatement.class, statement);
        case Statement statement -> counted(Statement.class, statement);
        case null, default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    database.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return database.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return database.isWrapperFor(type);
  }
}
