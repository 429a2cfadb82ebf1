package io.caseclock.monitor.watch;

import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.Portions;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases that are to be evaluated, judged by their sizes before any of them is read.
 *
 * @param portions those that may be read, as many at a time as fit into memory
 * @param tooLarge those with more events than one evaluation reads
 * @param deleted those whose contents are gone, which are never evaluated
 */
public record CasePortions(List<List<String>> portions, List<Size> tooLarge, List<Size> deleted) {

  public CasePortions {
    portions = List.copyOf(portions);
    tooLarge = List.copyOf(tooLarge);
    deleted = List.copyOf(deleted);
  }

  public static CasePortions of(List<Size> sizes, CaseLimits limits) {
    Map<String, Long> rows = new LinkedHashMap<>();
    List<Size> tooLarge = new ArrayList<>();
    List<Size> deleted = new ArrayList<>();
    for (var size : sizes) {
      if (size.contentsDeleted()) {
        deleted.add(size);
      } else if (size.events() > limits.events()) {
        tooLarge.add(size);
      } else {
        rows.put(size.caseId(), size.events() + size.deadlines());
      }
    }
    return new CasePortions(Portions.of(rows, Portions.MOST), tooLarge, deleted);
  }
}
