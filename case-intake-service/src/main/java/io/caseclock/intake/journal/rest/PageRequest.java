package io.caseclock.intake.journal.rest;

import io.caseclock.intake.journal.Window;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Query parameters of a list: {@code after} and {@code limit}. */
public class PageRequest {

  @QueryParam("after")
  @DefaultValue("0")
  @Min(0)
  long after;

  @QueryParam("limit")
  @DefaultValue("200")
  @Min(1)
  @Max(Window.LARGEST)
  int limit;

  Window window() {
    return new Window(after, limit);
  }
}
