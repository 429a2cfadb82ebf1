package io.caseclock.pack.file;

import java.util.List;

/** Something that was read, and where it stands. */
record Located<T>(T value, YamlObject place) {

  static <T> List<T> values(List<Located<T>> all) {
    return all.stream().map(Located::value).toList();
  }
}
