package io.caseclock.local.file;

/** A cell that cannot become part of an event; the reason is for whoever mends the table. */
final class CellFaultException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient RejectionReason reason;

  CellFaultException(String zh, String en) {
    super(en);
    reason = new RejectionReason(zh, en);
  }

  RejectionReason reason() {
    return reason;
  }
}
