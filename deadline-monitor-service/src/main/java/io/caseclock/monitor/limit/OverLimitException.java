package io.caseclock.monitor.limit;

/** Ends an evaluation that would cost more than is allowed; nothing was written by then. */
public final class OverLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Limit limit;
  private final long most;

  public OverLimitException(Limit limit, long most) {
    super("more than " + most + " " + limit.en());
    this.limit = limit;
    this.most = most;
  }

  public Limit limit() {
    return limit;
  }

  /** The number that was allowed. */
  public long most() {
    return most;
  }
}
