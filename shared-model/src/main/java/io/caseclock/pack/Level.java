package io.caseclock.pack;

import io.caseclock.contract.Names;

/**
 * Who may approve.
 *
 * @param line levels are compared only inside one line (police, procuratorate …)
 * @param rank higher approves whatever a lower one may
 */
public record Level(String id, String line, int rank, Names names) {

  /** Whether an approval by this level is enough where {@code least} is asked. */
  public boolean satisfies(Level least) {
    return line.equals(least.line) && rank >= least.rank;
  }
}
