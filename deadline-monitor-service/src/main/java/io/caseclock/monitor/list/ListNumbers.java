package io.caseclock.monitor.list;

/**
 * What a list holds.
 *
 * @param open deadlines that are open and not late
 * @param breached deadlines that are open and late
 * @param findings that stand
 */
public record ListNumbers(long open, long breached, long findings) {

  public static final ListNumbers NONE = new ListNumbers(0, 0, 0);
}
