package io.caseclock.pack;

/**
 * Something wrong in a pack.
 *
 * @param file path inside the pack's folder
 * @param line counted from one; zero where the whole file is meant
 * @param expected what is wrong and what was expected, in one sentence
 */
public record Mistake(String file, int line, String expected) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + expected;
  }
}
