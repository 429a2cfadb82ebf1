package io.caseclock.contract;

/**
 * How many deadlines came to what, in one period and group. Each deadline counts once: on its due
 * day, or on the day on which it was cancelled before it was due, or cut short. A paused one has no
 * due day and counts once it has one again.
 *
 * <p>What was due is in one of seven states: {@code due = metInTime + metLate + open + overdueOpen
 * + lapsed +} those cut short {@code +} those cancelled while late.
 *
 * @param due how many were due, or are
 * @param metInTime done by the due instant, also where that was entered late
 * @param metLate done after the due instant
 * @param breached late at any time: met late, late still, cancelled while late, or cut short
 * @param open not done, and not late yet
 * @param overdueOpen not done, and late
 * @param warned of how many a warning was told before they were due
 * @param extended how many were extended
 * @param cancelled how many ended because nothing called for them any more, late or not
 * @param lapsed rights that were not used in time
 * @param lateWork late work: as {@code breached}
 * @param lateData done in time, but entered after the due instant
 * @param system the same, where CaseClock itself or the whole source was silent meanwhile
 */
public record DeadlineCounts(
    long due,
    long metInTime,
    long metLate,
    long breached,
    long open,
    long overdueOpen,
    long warned,
    long extended,
    long cancelled,
    long lapsed,
    long lateWork,
    long lateData,
    long system) {

  public static final DeadlineCounts NONE =
      new DeadlineCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Those of two groups together. */
  public DeadlineCounts plus(DeadlineCounts other) {
    return new DeadlineCounts(
        due + other.due,
        metInTime + other.metInTime,
        metLate + other.metLate,
        breached + other.breached,
        open + other.open,
        overdueOpen + other.overdueOpen,
        warned + other.warned,
        extended + other.extended,
        cancelled + other.cancelled,
        lapsed + other.lapsed,
        lateWork + other.lateWork,
        lateData + other.lateData,
        system + other.system);
  }

  /** Of how many it is known whether they were in time: the denominator of a rate. */
  public long decided() {
    return metInTime + breached;
  }
}
