package io.caseclock.notify.console.frame;

import io.caseclock.notify.console.frame.FormFault.Why;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.AskedForPage;
import io.caseclock.rest.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says on a page, and not in JSON, why there is nothing to see: wherever a page was asked for, and
 * wherever a browser asks for HTML and no resource answers it, such as at an unknown address. What
 * the API answers stays as it is, status and headers of the refusal too.
 */
@Singleton
public class ProblemPages {

  private static final int MOST_FAULTS = 20;

  private final Provider<PageContext> page;

  @Inject
  ProblemPages(Provider<PageContext> page) {
    this.page = page;
  }

  /** What no resource is found for is refused on a thread that must not wait for the database. */
  @ServerResponseFilter
  public @Nullable Uni<Void> show(
      ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo resource) {
    var type = problem(answer);
    if (type.isEmpty() || !wantsPage(request, resource)) {
      return null;
    }
    var shown = new ProblemPage(type.get(), faults(answer));
    if (BlockingOperationControl.isBlockingAllowed()) {
      put(shown, answer);
      return null;
    }
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> put(shown, answer));
  }

  private void put(ProblemPage shown, ContainerResponseContext answer) {
    var html = page.get().show(answer.getStatus(), shown);
    html.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
    answer.setEntity(html.getEntity(), null, html.getMediaType());
  }

  /** Empty for every other answer. */
  private static Optional<ProblemType> problem(ContainerResponseContext answer) {
    var type = answer.getMediaType();
    return type != null
            && type.isCompatible(Problems.PROBLEM_JSON)
            && answer.getEntity() instanceof Map<?, ?> document
        ? Arrays.stream(ProblemType.values())
            .filter(one -> one.uri().equals(document.get("type")))
            .findFirst()
        : Optional.empty();
  }

  /** What the document names: fields of a form, or parameters of the address. */
  private static List<FormFault> faults(ContainerResponseContext answer) {
    var violations =
        answer.getEntity() instanceof Map<?, ?> document
            ? document.get("violations")
            : List.<Violation>of();
    return violations instanceof List<?> named
        ? named.stream()
            .flatMap(one -> one instanceof Violation v ? Stream.of(v) : Stream.empty())
            .map(one -> new FormFault(one.pointer().replaceFirst("^/", ""), Why.NOT_TAKEN))
            .limit(MOST_FAULTS)
            .toList()
        : List.of();
  }

  private static boolean wantsPage(
      ContainerRequestContext request, @Nullable ResourceInfo resource) {
    return resource == null || resource.getResourceClass() == null
        ? AskedForPage.is(
            request.getUriInfo().getRequestUri().getRawPath(),
            request.getHeaderString(HttpHeaders.ACCEPT))
        : PageProblems.isPage(resource);
  }

  /** The page of a refused form. */
  Response refused(List<FormFault> faults) {
    var type = ProblemType.MALFORMED_REQUEST;
    var shown = faults.stream().limit(MOST_FAULTS).toList();
    return page.get().show(type.status(), new ProblemPage(type, shown));
  }

  /**
   * Why there is nothing to see.
   *
   * @param faults of what was sent; empty where none is named
   */
  @CheckedTemplate(basePath = "frame", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ProblemPage(ProblemType type, List<FormFault> faults) implements TemplateInstance {}
}
