package io.caseclock.directory;

import io.caseclock.contract.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the tree.
 *
 * @param path ids from the root down, {@code /D01/D0102/}; a subtree is a common prefix
 */
public record UnitEntry(String id, @Nullable String parent, Names names, String kind, String path) {

  /** The units above it, nearest first; empty for the root. */
  public List<String> ancestors() {
    var ids = List.of(path.substring(1).split("/"));
    return ids.subList(0, Math.max(0, ids.size() - 1)).reversed();
  }

  /** Whether it is that unit, or lies below it. */
  public boolean isWithin(String root) {
    return path.contains("/" + root + "/");
  }
}
