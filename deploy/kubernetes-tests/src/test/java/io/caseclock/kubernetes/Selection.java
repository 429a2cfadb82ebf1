package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which labels a selector selects, as Kubernetes decides it for a network policy: an empty one, or
 * none, selects all.
 */
final class Selection {

  private Selection() {}

  static boolean selects(@Nullable LabelSelector selector, Map<String, String> labels) {
    return selector == null
        || labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
            && selector.getMatchExpressions().stream().allMatch(each -> meets(each, labels));
  }

  private static boolean meets(LabelSelectorRequirement required, Map<String, String> labels) {
    var isThere = labels.containsKey(required.getKey());
    var isNamed = isThere && required.getValues().contains(labels.get(required.getKey()));
    return switch (required.getOperator()) {
      case "In" -> isNamed;
      case "NotIn" -> !isNamed;
      case "Exists" -> isThere;
      case "DoesNotExist" -> !isThere;
      default -> throw new IllegalStateException("no operator: " + required.getOperator());
    };
  }
}
