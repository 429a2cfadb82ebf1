package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.Operation.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Spoils one parameter of a good request: in the path, in the query or in a header. */
final class SpoiledParameters {

  /** What no value is, but what stands in addresses that people and programs write. */
  private static final List<String> RUBBISH =
      List.of(
          "",
          "%",
          "%z",
          "%zz",
          "%0",
          "%00",
          "%FF",
          "%C0%80",
          "%ED%A0%80",
          "%u0041",
          "%25",
          "%252e",
          "%2F",
          "%5C",
          "..",
          "%2e%2e",
          ".",
          ";",
          ";a=b",
          "+",
          "&",
          "=",
          "?",
          "#",
          "*",
          "**",
          "%0D%0A",
          "%E2%80%AE",
          "%EF%BC%A1",
          "a%20b",
          " ",
          "a b",
          "\t",
          "\u00e4\u00b8",
          "\u00ff",
          "\u0000",
          "\u0001",
          "\u007f",
          "-",
          "--",
          "true",
          "null",
          "undefined",
          "[]",
          "{}",
          "%7B%7D",
          "()",
          "'",
          "\"",
          "`",
          "|",
          "^",
          "a,b",
          ",",
          "@",
          "1;2",
          "1_2",
          "_",
          "0_0",
          "9999-12-31T00:00:00Z_x",
          "x".repeat(300),
          "x".repeat(5_000),
          "%41".repeat(2_000),
          "1".repeat(400),
          "W/\"1\"",
          "\"1\"",
          "2026-03-01",
          "2026-03-01T00:00:00Z",
          "2026-03-01T00:00:00%2B08:00",
          "%2B999999999-01-01");

  private SpoiledParameters() {}

  /** So many variants of one parameter; the same ones for the same random numbers. */
  static List<Spoiled> of(Parameter parameter, Request good, Random random, int number) {
    List<String> values = new ArrayList<>(RUBBISH);
    for (var value : SpoiledValue.values()) {
      values.add(value.encoded());
      values.add(value.raw());
    }
    Collections.shuffle(values, random);
    while (values.size() < number) {
      values.add(some(values, random) + some(values, random));
    }
    return values.subList(0, number).stream()
        .map(
            value ->
                new Spoiled(
                    parameter.name() + " is spoiled", spoiled(parameter, good, value, random)))
        .toList();
  }

  private static String some(List<String> values, Random random) {
    var value = values.get(random.nextInt(values.size()));
    return value.length() > 200 ? value.substring(0, 3) : value;
  }

  private static Request spoiled(Parameter parameter, Request good, String value, Random random) {
    return switch (parameter.in()) {
      case "path" -> good.at(good.target().replace("{" + parameter.name() + "}", value));
      case "header" -> good.with(parameter.name(), value);
      default -> good.at(inQuery(good.target(), parameter.name(), value, random));
    };
  }

  /** One value, or two of them, or none behind the name. */
  private static String inQuery(String target, String name, String value, Random random) {
    var joint = target.contains("?") ? "&" : "?";
    return switch (random.nextInt(10)) {
      case 0 -> target + joint + name + "=" + value + "&" + name + "=" + value;
      case 1 -> target + joint + name + value;
      default -> target + joint + name + "=" + value;
    };
  }
}
