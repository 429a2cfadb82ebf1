package io.caseclock.images.bundle;

/** What came of reading a bundle. */
public sealed interface BundleReport {

  /**
   * Every part is there, once, and as the list says.
   *
   * @param parts without the list
   * @param list the SHA-256 of the list; who can change the archive can change the list too, but
   *     not this number where it was told on another way
   */
  record Whole(int parts, String list) implements BundleReport {}

  /**
   * The first part that is not as it should be.
   *
   * @param name of that part, as it can be shown
   */
  record Broken(String name, Fault fault) implements BundleReport {}
}
