package io.caseclock.notify.notice.step;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What a rule has to know beside the notice and the caller.
 *
 * @param today in the notice's zone
 * @param longestPlanDays how many days off the responsible officer may plan
 * @param lowerIsOpen whether the notice that a supervision order names is not finished
 * @param standsIn whether the caller stands in for the officer whom the notice names
 * @param isPosted whether an officer is posted in the notice's unit or below it
 */
public record StepContext(
    LocalDate today,
    int longestPlanDays,
    boolean lowerIsOpen,
    boolean standsIn,
    Predicate<String> isPosted) {}
