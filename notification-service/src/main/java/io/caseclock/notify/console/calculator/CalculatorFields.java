package io.caseclock.notify.console.calculator;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the calculator's address. Rows of the form come as lists of equal length; an
 * address that is shared has each row in one parameter, as the monitor's API has it.
 */
public class CalculatorFields {

  @QueryParam("rule")
  @Nullable String rule;

  /** Words to find a rule by. */
  @QueryParam("q")
  @Nullable String q;

  @QueryParam("start")
  @Nullable String start;

  @QueryParam("end")
  @Nullable String end;

  /** The fact of custody; {@code true} or nothing. */
  @QueryParam("custody")
  @Nullable String custody;

  @QueryParam("term")
  @Nullable String term;

  @QueryParam("termNumber")
  @Nullable String termNumber;

  @QueryParam("termUnit")
  @Nullable String termUnit;

  @QueryParam("pause")
  List<String> pause = List.of();

  @QueryParam("pauseFrom")
  List<String> pauseFrom = List.of();

  @QueryParam("pauseTo")
  List<String> pauseTo = List.of();

  @QueryParam("pauseBy")
  List<String> pauseBy = List.of();

  @QueryParam("extension")
  List<String> extension = List.of();

  @QueryParam("addsNumber")
  List<String> addsNumber = List.of();

  @QueryParam("addsUnit")
  List<String> addsUnit = List.of();

  @QueryParam("approvedAt")
  List<String> approvedAt = List.of();

  @QueryParam("level")
  List<String> level = List.of();

  /** The button that adds a row: {@code pause} or {@code extension}. */
  @QueryParam("add")
  @Nullable String add;
}
