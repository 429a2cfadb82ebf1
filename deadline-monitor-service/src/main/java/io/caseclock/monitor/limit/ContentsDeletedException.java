package io.caseclock.monitor.limit;

/** Keeps a case from being evaluated whose contents are gone, so that half of it never counts. */
public final class ContentsDeletedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ContentsDeletedException() {
    super("the contents of the case were deleted, kept long enough");
  }
}
