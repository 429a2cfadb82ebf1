package io.caseclock.notify.console.directory;

import io.caseclock.notify.console.frame.Links;

/** Paths of the pages of units and officers. */
final class DirectoryLinks {

  static String unit(String id) {
    return "/directory/units/" + Links.segment(id);
  }

  static String officer(String id) {
    return "/directory/officers/" + Links.segment(id);
  }

  private DirectoryLinks() {}
}
