package io.caseclock.notify.overview;

/**
 * What waits for people.
 *
 * @param unsigned notices that nobody has signed for yet
 * @param callBacksToday call-backs that are due today and not late yet
 * @param callBacksLate call-backs that are late
 */
public record OpenWork(long unsigned, long callBacksToday, long callBacksLate) {}
