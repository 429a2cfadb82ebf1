package io.caseclock.contract;

import java.util.Arrays;
import java.util.List;

/** What a unit of the directory is. The wire form is the lower-case name with hyphens. */
public enum UnitKind {
  BUREAU,
  SUB_BUREAU,
  BRIGADE,
  LEGAL,
  STATION,
  /** 检察院: decides on arrests and prosecutions, and supervises. */
  PROCURATORATE,
  /** 法院. */
  COURT,
  /** 看守所, 拘留所. */
  CUSTODY,
  /** 鉴定机构. */
  LABORATORY;

  /** The wire forms, in the order of this list. */
  public static List<String> wires() {
    return Arrays.stream(values()).map(Words::of).toList();
  }
}
