package io.caseclock.monitor.period;

import io.caseclock.contract.Names;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one day was for a period.
 *
 * @param number the how-manieth counted day it is, counted away from the start; zero for none
 * @param span the span that covers the day and for which it does not count; null for none
 */
public record CountedDay(LocalDate date, DayMark mark, int number, @Nullable Names span) {}
