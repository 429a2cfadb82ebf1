package io.caseclock.notify.jdbc;

/**
 * The conditions by which every statement that shows something of a case leaves out what is hidden
 * from whoever asks. In SQL; a question mark stands for each value.
 */
public final class NotHidden {

  /** Holds for rows of cases that are not hidden; takes the ids of those that are, as an array. */
  public static String holds(String caseId) {
    return caseId + " <> all (?::text[])";
  }

  /**
   * Holds where a person was told of the row: what they were told, they go on seeing. Takes the
   * person, an empty text for none. What they were told is looked up once for a statement.
   *
   * @param what of the row
   * @param told the column of message {@code m} that is the same in a message about it
   */
  public static String wasTold(String what, String told) {
    return what
        + " in (select %1$s from message m join message_recipient r on r.message_id = m.id"
            .formatted(told)
        + " where r.recipient = ? and r.state <> 'dropped' and %1$s is not null)".formatted(told);
  }

  /**
   * The same as a condition of HQL.
   *
   * @param sql with a question mark for each argument
   * @param arguments of HQL, such as {@code n.caseId, :hidden}
   */
  public static String hql(String sql, String arguments) {
    return "cast(sql('(" + sql.replace("'", "''") + ")', " + arguments + ") as Boolean) = true";
  }

  private NotHidden() {}
}
