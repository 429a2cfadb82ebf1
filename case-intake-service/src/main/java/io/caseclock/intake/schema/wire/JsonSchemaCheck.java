package io.caseclock.intake.schema.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.caseclock.intake.schema.DataCheck;
import io.caseclock.intake.schema.KnownType;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** {@link DataCheck} by networknt's validator; formats such as {@code date} are asserted. */
public final class JsonSchemaCheck implements DataCheck {

  /** Faults that name a member which is not where the fault is reported, but one below. */
  private static final Set<String> ABOUT_A_MEMBER = Set.of("required", "additionalProperties");

  private static final ObjectMapper MAPPER = new JsonMapper();

  private final Map<String, Schema> compiled;

  public JsonSchemaCheck(Collection<KnownType> types) {
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .preloadSchema(true)
            .build();
    var registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    Function<KnownType, Schema> compile =
        type -> registry.getSchema(MAPPER.valueToTree(type.schema()));
    compiled = types.stream().collect(Collectors.toUnmodifiableMap(KnownType::type, compile));
  }

  @Override
  public List<Violation> violations(KnownType type, Map<String, Object> data) {
    var schema = Objects.requireNonNull(compiled.get(type.type()), type.type());
    return schema.validate(MAPPER.valueToTree(data)).stream()
        .map(JsonSchemaCheck::violation)
        .toList();
  }

  private static Violation violation(Error error) {
    var pointer = String.valueOf(error.getInstanceLocation());
    return ABOUT_A_MEMBER.contains(error.getKeyword()) && error.getProperty() != null
        ? new Violation(pointer + Pointer.to(error.getProperty()), error.getMessage())
        : new Violation(pointer, error.getMessage());
  }
}
