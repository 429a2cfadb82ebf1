package io.caseclock.pack;

import io.caseclock.contract.Names;

/** In which colour a rate is shown, from the best to the worst. */
public enum Colour {
  GREEN("绿", "green"),
  BLUE("蓝", "blue"),
  YELLOW("黄", "yellow"),
  ORANGE("橙", "orange"),
  RED("红", "red");

  private final Names names;

  Colour(String zh, String en) {
    this.names = new Names(zh, en);
  }

  /** What people call it, so that nobody has to tell colours apart. */
  public Names names() {
    return names;
  }
}
