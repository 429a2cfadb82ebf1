package io.caseclock.e2e.doors;

/**
 * A request of somebody for an operation.
 *
 * @param fault what is wrong with it; empty where nothing is
 */
record Asked(Operation operation, AccessRule rule, Caller caller, Request request, String fault) {

  Asked(Operation operation, AccessRule rule, Caller caller, Request request) {
    this(operation, rule, caller, request, "");
  }

  /** With what came of it, and after how long. */
  record Answered(Asked asked, Reply reply, long millis) {

    @Override
    public String toString() {
      return asked.operation()
          + " for "
          + asked.caller()
          + (asked.fault().isEmpty() ? ": " : ", " + asked.fault() + ": ")
          + reply
          + " ["
          + shown()
          + "]";
    }

    private String shown() {
      var text = asked.request().toString();
      return text.substring(0, Math.min(300, text.length()));
    }
  }

  /** With the caller's token, and as a browser sends it from a page of the console. */
  Request whole() {
    return caller.sends(request).with("Sec-Fetch-Site", "same-origin");
  }
}
