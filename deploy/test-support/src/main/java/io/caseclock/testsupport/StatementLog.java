package io.caseclock.testsupport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a database over connections that are handed out by {@link #over}, in its order:
 * each execution is one entry, and a JDBC batch is one too, however many rows it binds.
 */
public final class StatementLog {

  /** One execution. */
  private record Sent(Thread by, String sql) {}

  private final List<Sent> sent = new ArrayList<>();
  private long rows;

  /** Returns the same source, whose connections are listened to. */
  public DataSource over(DataSource source) {
    return listened(DataSource.class, source, null);
  }

  /** Returns the same connection, listened to. */
  public Connection over(Connection connection) {
    return listened(Connection.class, connection, null);
  }

  /** The text of each statement that was sent since {@link #clear}, oldest first. */
  public synchronized List<String> statements() {
    return sent.stream().map(Sent::sql).toList();
  }

  /** Those that the calling thread sent, without what others did meanwhile. */
  public synchronized List<String> statementsOfThisThread() {
    return sent.stream().filter(one -> one.by() == Thread.currentThread()).map(Sent::sql).toList();
  }

  /** How many rows were read of what those statements returned. */
  public synchronized long rows() {
    return rows;
  }

  public synchronized void clear() {
    sent.clear();
    rows = 0;
  }

  private synchronized void note(String sql) {
    sent.add(new Sent(Thread.currentThread(), sql));
  }

  private synchronized void read() {
    rows++;
  }

  private <T> T listened(Class<T> type, T target, @Nullable String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementLog.class.getClassLoader(), new Class<?>[] {type}, new Ear(target, sql)));
  }

  /**
   * Hands every call on.
   *
   * @param sql what the statement was prepared with; null for what is no prepared statement
   */
  private final class Ear implements InvocationHandler {

    private final Object target;
    private final @Nullable String sql;

    Ear(Object target, @Nullable String sql) {
      this.target = target;
      this.sql = sql;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("equals") && arguments != null) {
        return proxy == arguments[0];
      }
      var text = sql == null && arguments != null && arguments[0] instanceof String s ? s : sql;
      if (target instanceof Statement && method.getName().startsWith("execute")) {
        note(text == null ? "" : text);
      }
      var result = call(method, arguments);
      if (target instanceof ResultSet
          && method.getName().equals("next")
          && Boolean.TRUE.equals(result)) {
        read();
      }
      return switch (result) {
        case Connection opened when target instanceof DataSource -> over(opened);
        case PreparedStatement made when target instanceof Connection ->
            listened(PreparedStatement.class, made, text);
        case Statement made when target instanceof Connection ->
            listened(Statement.class, made, null);
        case ResultSet found when target instanceof Statement ->
            listened(ResultSet.class, found, null);
        case null, default -> result;
      };
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
