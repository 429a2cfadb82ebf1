package io.caseclock.notify.task.panache;

import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases.Hidden;
import java.util.HashMap;
import java.util.Map;

/**
 * The tasks {@code t} that are seen from a unit by whoever asks, as HQL: none of a hidden case, but
 * those that they were told to do.
 *
 * @param text of the query; conditions may follow
 * @param parameters of it; more may be added
 */
record SeenTasks(String text, Map<String, Object> parameters) {

  private static final String WITHIN = "from TaskRow t where " + Subtree.holds("t.unit", "root");

  private static final String NOT_HIDDEN =
      NotHidden.hql(
          NotHidden.holds("?") + " or " + NotHidden.wasTold("'task:' || ?", "m.id"),
          "t.caseId, :hidden, t.id, :person");

  static SeenTasks from(String root, Hidden hidden) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("root", root);
    if (hidden.isNothing()) {
      return new SeenTasks(WITHIN, parameters);
    }
    parameters.put("hidden", hidden.cases().toArray(String[]::new));
    parameters.put("person", hidden.person());
    return new SeenTasks(WITHIN + " and " + NOT_HIDDEN, parameters);
  }

  SeenTasks with(String name, Object value) {
    parameters.put(name, value);
    return this;
  }
}
