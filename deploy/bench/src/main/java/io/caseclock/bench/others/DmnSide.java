package io.caseclock.bench.others;

import static java.util.Objects.requireNonNull;

import io.caseclock.pack.Pack;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Plain rules as KIE's DMN engine decides them: for each event of a case the table of its type.
 * Tables or expressions compiled to Java, tried, were no faster than interpreted ones.
 */
public final class DmnSide {

  private final DMNRuntime runtime;
  private final DMNModel model;
  private final Set<String> starts;

  /**
   * @param law of plain rules alone
   */
  public DmnSide(Pack law) {
    var text = new DmnText(law);
    var resource = ResourceFactory.newReaderResource(new StringReader(text.text()));
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModel(DmnText.NAMESPACE, DmnText.NAME);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
    starts = text.starts();
  }

  /** The deadlines of a case, in no order. */
  public List<PlainDeadline> deadlines(DmnCase given, Instant now) {
    List<PlainDeadline> deadlines = new ArrayList<>();
    for (var i = 0; i < given.happened().size(); i++) {
      var start = given.happened().get(i);
      if (starts.contains(start.type())) {
        for (var row : decide(given, i)) {
          deadlines.add(deadline(row, start, now));
        }
      }
    }
    return deadlines;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> decide(DmnCase given, int event) {
    var table = given.happened().get(event).type();
    var context = runtime.newContext();
    context.set("start", given.events().get(event));
    context.set("facts", given.facts().get(event));
    context.set("events", given.events());
    var result = runtime.evaluateByName(model, context, table);
    if (result.hasErrors()) {
      throw new IllegalStateException(result.getMessages().toString());
    }
    var rows = result.getDecisionResultByName(table).getResult();
    return rows == null ? List.of() : (List<Map<String, Object>>) rows;
  }

  private static PlainDeadline deadline(Map<String, Object> row, Happened start, Instant now) {
    var rule = (String) requireNonNull(row.get("rule"));
    var amount = ((Number) requireNonNull(row.get("amount"))).intValue();
    var doneAt = instant(row.get("doneAt"));
    var cancelledAt = instant(row.get("cancelledAt"));
    return Boolean.TRUE.equals(row.get("inHours"))
        ? PlainDeadline.afterHours(rule, start, amount, doneAt, cancelledAt, now)
        : PlainDeadline.afterDays(rule, start, amount, doneAt, cancelledAt, now);
  }

  private static @Nullable Instant instant(@Nullable Object at) {
    return at == null ? null : ((ZonedDateTime) at).toInstant();
  }
}
