package io.caseclock.intake.key.security;

import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import io.caseclock.access.Role;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes how else than by a token a precinct system signs in, where it may at all. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DescribedSignIn implements OASFilter {

  private static final String KEY = "ApiKey";
  private static final String CERTIFICATE = "certificate";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .addSecurityScheme(
            KEY,
            createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("Authorization")
                .description("The word ApiKey, a space, and the key; see docs/api-keys.md."))
        .addSecurityScheme(
            CERTIFICATE,
            createSecurityScheme()
                .type(SecurityScheme.Type.MUTUALTLS)
                .description("A client certificate that a key was made for; see docs/mtls.md."));
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(DescribedSignIn::describe));
  }

  private static void describe(Operation operation) {
    var security = operation.getSecurity();
    if (security == null
        || security.stream()
            .flatMap(each -> each.getSchemes().values().stream())
            .noneMatch(roles -> roles.contains(Role.Wire.PRECINCT_SYSTEM))) {
      return;
    }
    var ways = new ArrayList<>(security);
    ways.add(createSecurityRequirement().addScheme(KEY));
    ways.add(createSecurityRequirement().addScheme(CERTIFICATE));
    operation.setSecurity(ways);
  }
}
