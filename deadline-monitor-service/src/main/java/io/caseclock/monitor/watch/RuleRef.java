package io.caseclock.monitor.watch;

/**
 * By which rule a deadline was computed, and what the rule said of it then.
 *
 * @param version the version of the rule
 * @param element the supervised element
 * @param statutory false for an internal standard
 * @param list the supervision list it counts in
 */
public record RuleRef(
    String pack,
    String packVersion,
    String version,
    String element,
    boolean statutory,
    String severity,
    String list) {}
