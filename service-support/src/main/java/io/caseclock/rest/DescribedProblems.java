package io.caseclock.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes what every operation may answer beside what it is asked for: a problem document. A
 * resource cannot forget it, since it stands nowhere else.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DescribedProblems implements OASFilter {

  /** The name of its schema. */
  public static final String PROBLEM = "Problem";

  /** Of whatever is not described further. */
  public static final String OTHERWISE =
      "Refused, or not possible now: a problem document (RFC 9457); decide by its status and type.";

  private static final String VIOLATION = "ProblemViolation";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(createComponents());
    }
    document.getComponents().addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
    if (document.getPaths() != null) {
      document
          .getPaths()
          .getPathItems()
          .values()
          .forEach(path -> path.getOperations().values().forEach(DescribedProblems::describe));
    }
  }

  private static void describe(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(createAPIResponses());
    }
    var responses = operation.getResponses();
    responses
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.matches("[45]..") && response.getContent() == null) {
                response.setContent(content());
              } else if (response.getContent() != null) {
                response.setContent(plain(response.getContent()));
              }
            });
    if (responses.getDefaultValue() == null) {
      responses.setDefaultValue(answer(OTHERWISE));
    }
  }

  /** Without what a resource says for choosing among its forms: no answer has that in its type. */
  private static Content plain(Content declared) {
    var plain = createContent();
    declared
        .getMediaTypes()
        .forEach((type, form) -> plain.addMediaType(type.replaceFirst(";qs=.*", ""), form));
    return plain;
  }

  /** A problem as an answer. */
  public static APIResponse answer(String description) {
    return createAPIResponse().description(description).content(content());
  }

  private static Content content() {
    return createContent()
        .addMediaType(
            Problems.PROBLEM_JSON.toString(), createMediaType().schema(reference(PROBLEM)));
  }

  /** The schema that stands under this name among the components. */
  public static Schema reference(String name) {
    return createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema problem() {
    return ofType(SchemaType.OBJECT)
        .description("RFC 9457; further members, such as caseId, say of what.")
        .addProperty("type", ofType(SchemaType.STRING).description("urn:caseclock:problem:…"))
        .addProperty(
            "title", ofType(SchemaType.STRING).description("the same for every one of a type"))
        .addProperty("status", ofType(SchemaType.INTEGER))
        .addProperty("detail", ofType(SchemaType.STRING).description("what to do next"))
        .addProperty(
            "violations",
            ofType(SchemaType.ARRAY).items(reference(VIOLATION)).description("absent where none"))
        .addProperty(
            "retryAfter",
            ofType(SchemaType.INTEGER).description("seconds, of a 429 or 503; see Retry-After too"))
        .required(List.of("type", "title", "status", "detail"))
        .additionalPropertiesBoolean(true);
  }

  private static Schema violation() {
    return ofType(SchemaType.OBJECT)
        .addProperty(
            "pointer",
            ofType(SchemaType.STRING).description("JSON pointer into the request (RFC 6901)"))
        .addProperty("message", ofType(SchemaType.STRING))
        .required(List.of("pointer", "message"));
  }

  /** A schema of one type, to be described further. */
  public static Schema ofType(SchemaType type) {
    return createSchema().addType(type);
  }
}
