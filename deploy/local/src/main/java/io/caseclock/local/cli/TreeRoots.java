package io.caseclock.local.cli;

import io.caseclock.local.StackDatabase;
import io.caseclock.local.StackException;
import io.caseclock.local.StackRecord;
import io.caseclock.local.secret.LocalSecrets;
import io.caseclock.local.secret.LocalUnits;
import java.util.List;

/** The units at the top of the running stack's directory, whoever laid it out. */
final class TreeRoots {

  private TreeRoots() {}

  static StackDatabase database() {
    return StackDatabase.of(
        RepositoryPaths.runningStack(), LocalSecrets.in(RepositoryPaths.startedOnce().secrets()));
  }

  /** Returns all of them; throws where the directory is empty. */
  static List<String> all(StackDatabase database) {
    var roots = database.rootUnits();
    if (roots.isEmpty()) {
      throw new StackException(
          "单位目录为空，没有可核验的内容。先加载单位：./caseclock load --as administrator --unit 根单位 FILE\n"
              + "The directory has no unit yet. Load units first:"
              + " ./caseclock load --as administrator --unit ROOT FILE");
    }
    return roots;
  }

  /** Returns a unit that stands above all others, if there is any unit. */
  static String first() {
    var roots = database().rootUnits();
    return roots.isEmpty() ? LocalUnits.ROOT : roots.getFirst();
  }

  /**
   * Returns the unit that stands for all where nobody names one: the sample's root, where the stack
   * has it or has no unit at all, else the only root.
   */
  static String usual() {
    if (StackRecord.read(RepositoryPaths.directory().stackFile())
        .filter(StackRecord::hasRunning)
        .isEmpty()) {
      return LocalUnits.ROOT;
    }
    return usual(database().rootUnits());
  }

  static String usual(List<String> roots) {
    if (roots.isEmpty() || roots.contains(LocalUnits.ROOT)) {
      return LocalUnits.ROOT;
    }
    if (roots.size() > 1) {
      throw new StackException(
          "The directory has several roots. Name the unit: " + String.join(", ", roots) + ".");
    }
    return roots.getFirst();
  }
}
