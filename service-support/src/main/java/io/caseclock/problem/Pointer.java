package io.caseclock.problem;

/** Where a fault is, as a JSON pointer (RFC 6901). */
public final class Pointer {

  /** To the member or parameter of that name; appended to another, to one below it. */
  public static String to(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private Pointer() {}
}
