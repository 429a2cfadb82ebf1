package io.caseclock.local.file;

import java.nio.file.Path;
import java.util.List;

/** What was rejected, written beside the file it stands in, to be mended and loaded again. */
public sealed interface RejectedRows extends AutoCloseable permits RejectedLines, RejectedTable {

  /** Takes one, from any thread. */
  void add(Rejection rejection);

  /** The files that there are now: none where nothing was rejected. */
  List<Path> files();

  @Override
  void close();
}
