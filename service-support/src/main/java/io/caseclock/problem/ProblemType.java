package io.caseclock.problem;

import io.caseclock.contract.Words;

/** The closed list of problem types; the slug names the page in {@code docs/problems/}. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  INVALID_EVENT(400, "The event breaks its schema"),
  NOT_SIGNED_IN(401, "The caller is not known"),
  NOT_ALLOWED(403, "The caller may not do this"),
  CROSS_SITE(403, "The request does not come from a page of the console"),
  NOT_FOUND(404, "There is no such thing here"),
  METHOD_NOT_ALLOWED(405, "The resource has no such operation"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
  TOO_SLOW(408, "The request came too slowly"),
  CONFLICTING_EVENT(409, "The same event id came with other content"),
  STATE_FORBIDS(409, "The present state does not allow this step"),
  CONTENTS_DELETED(410, "The contents were deleted, kept long enough"),
  STALE_VERSION(412, "It was changed by somebody else in the meantime"),
  TOO_LARGE(413, "The request is larger than allowed"),
  UNSUPPORTED_MEDIA_TYPE(415, "The content type is not understood"),
  UNKNOWN_EVENT_TYPE(422, "No rule pack knows this type of event"),
  UNKNOWN_UNIT(422, "The directory does not know this unit"),
  TIME_IN_FUTURE(422, "The event lies in the future"),
  RULE_REFUSES(422, "A rule of the office refuses this"),
  TOO_MANY_REQUESTS(429, "The caller sends more than its share"),
  INTERNAL_ERROR(500, "Something broke on our side"),
  UNAVAILABLE(503, "A part of the system is away for a moment");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable identifier: {@code urn:caseclock:problem:invalid-event}. */
  public String uri() {
    return "urn:caseclock:problem:" + slug();
  }

  public String slug() {
    return Words.of(this);
  }
}
