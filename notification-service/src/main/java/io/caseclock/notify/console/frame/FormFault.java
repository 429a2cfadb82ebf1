package io.caseclock.notify.console.frame;

/**
 * What is wrong with a field of a form, or with a parameter of an address.
 *
 * @param field its name as it was sent, cut where it is long; empty where the name itself is faulty
 */
public record FormFault(String field, Why why) {

  private static final int LONGEST_NAME = 60;

  public FormFault {
    field = field.substring(0, Math.min(field.length(), LONGEST_NAME));
  }

  /** Why a field is refused. */
  public enum Why {
    UNREADABLE,
    UNKNOWN,
    REPEATED,
    NO_SUCH_VALUE,
    /** Whatever else a check says of it. */
    NOT_TAKEN,
    /** A file is asked for, and neither as CSV nor as a workbook. */
    NO_FORMAT
  }
}
