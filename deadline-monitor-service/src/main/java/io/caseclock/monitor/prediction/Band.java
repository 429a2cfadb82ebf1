package io.caseclock.monitor.prediction;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** How likely it is that a deadline will be missed, in a word. */
public enum Band {
  /** Less than one in five. */
  LOW(0, new Names("低", "low")),
  /** One in five or more. */
  MEDIUM(0.2, new Names("中", "medium")),
  /** One in two or more. */
  HIGH(0.5, new Names("高", "high"));

  private final double atLeast;
  private final Names names;

  Band(double atLeast, Names names) {
    this.atLeast = atLeast;
    this.names = names;
  }

  /** The least chance that belongs to it. */
  public double atLeast() {
    return atLeast;
  }

  /** The chance from which on it is the next higher one; above all chances where there is none. */
  public double below() {
    return this == HIGH ? 2 : values()[ordinal() + 1].atLeast;
  }

  public Names names() {
    return names;
  }

  public static Band of(double chance) {
    return chance >= HIGH.atLeast ? HIGH : chance >= MEDIUM.atLeast ? MEDIUM : LOW;
  }

  public String wire() {
    return Words.of(this);
  }

  public static Optional<Band> ofWire(String text) {
    return Arrays.stream(values()).filter(band -> band.wire().equals(text)).findFirst();
  }
}
