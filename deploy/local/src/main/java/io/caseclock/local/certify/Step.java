package io.caseclock.local.certify;

import io.caseclock.contract.Names;

/**
 * One thing that is sent, and what has to come back.
 *
 * @param name unique, {@code scenario/step}
 * @param why in words of a vendor, a sentence
 * @param section where it is explained, an anchor of {@code docs/integration.md}
 */
public record Step(String name, Names why, Sent sent, Expected expected, String section) {}
