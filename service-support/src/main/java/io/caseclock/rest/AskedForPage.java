package io.caseclock.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether somebody reads the answer, or a program. */
public final class AskedForPage {

  /** What lies below these is no page, whoever asks. */
  private static final List<String> NO_PAGES = List.of("/api/", "/q/", "/webjars/");

  /**
   * Scripts and the tools of a shell take anything; browsers name HTML.
   *
   * @param path as it was sent, still encoded
   * @param accept the header; null where there is none
   */
  public static boolean is(String path, @Nullable String accept) {
    return accept != null
        && accept.contains("text/html")
        && NO_PAGES.stream().noneMatch(path::startsWith);
  }

  private AskedForPage() {}
}
