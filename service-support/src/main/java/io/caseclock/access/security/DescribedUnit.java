package io.caseclock.access.security;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;

import io.caseclock.rest.DescribedProblems;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes the header by which a caller of several units names the one to act in, at each
 * operation that asks who calls. A resource cannot forget it, since it stands nowhere else.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DescribedUnit implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() != null) {
      document
          .getPaths()
          .getPathItems()
          .values()
          .forEach(path -> path.getOperations().values().forEach(DescribedUnit::describe));
    }
  }

  private static void describe(Operation operation) {
    if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
      return;
    }
    var declared = operation.getParameters();
    var parameters = new ArrayList<>(declared == null ? List.<Parameter>of() : declared);
    parameters.add(
        createParameter()
            .in(Parameter.In.HEADER)
            .name(RequestedUnit.HEADER)
            .description(
                "The unit to act in, of a caller who has several: its id, percent-encoded as in a"
                    + " path. Without it the first; a unit that is none of the caller's is"
                    + " refused.")
            .schema(DescribedProblems.ofType(SchemaType.STRING)));
    operation.setParameters(parameters);
  }
}
