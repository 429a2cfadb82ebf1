package io.caseclock.admission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose requests are taken in together with those that wait at the same time, in
 * turns of their callers. So more of one caller may be at work than elsewhere: they hold no
 * connection each, and one who sends many keeps nobody else waiting.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakenInTogether {}
