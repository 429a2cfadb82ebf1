package io.caseclock.notify.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parts of an upload that its method does not know, that are no files, and that come twice
 * where one is meant, as fields of other forms are.
 */
public class UploadCheck {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int LONGEST_NAME = 60;

  /** Nothing to look at where the body is no form of parts; the method says so then. */
  @TakesUpload
  @WithFormRead
  @ServerRequestFilter
  public void look(ResourceInfo resource) {
    var sent = CurrentRequestManager.get().getFormData();
    if (sent == null) {
      return;
    }
    var parts = parts(resource.getResourceMethod());
    List<Violation> violations = new ArrayList<>();
    for (var name : sent) {
      fault(name, sent, parts).ifPresent(why -> violations.add(new Violation(pointer(name), why)));
    }
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST, "The form has faults; see violations.", violations));
    }
  }

  private static Optional<String> fault(
      @Nullable String name, FormData sent, Map<String, Boolean> parts) {
    if (name == null) {
      return Optional.of("has a part without a name");
    }
    var isMany = parts.get(name);
    if (isMany == null) {
      return Optional.of("is not known; known are " + String.join(", ", parts.keySet()));
    }
    var values = sent.get(name);
    if (values.size() > 1 && !isMany) {
      return Optional.of("is sent more than once");
    }
    return values.stream().allMatch(value -> value.isFileItem() && isText(value.getFileName()))
        ? Optional.empty()
        : Optional.of("is a file with a name that can be stored");
  }

  private static boolean isText(@Nullable String name) {
    return name != null && StorableText.is(name) && name.indexOf(REPLACEMENT) < 0;
  }

  /** The whole form where the part has no name. */
  private static String pointer(@Nullable String name) {
    return name == null ? "" : Pointer.to(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }

  /** By name, whether there may be several. */
  private static Map<String, Boolean> parts(Method method) {
    Map<String, Boolean> parts = new HashMap<>();
    for (var parameter : method.getParameters()) {
      var part = parameter.getAnnotation(RestForm.class);
      if (part != null) {
        parts.put(part.value(), Collection.class.isAssignableFrom(parameter.getType()));
      }
    }
    return parts;
  }
}
