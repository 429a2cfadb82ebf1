package io.caseclock.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Marks the members that an answer always has as required: the components of its record that are
 * never null. The others may be null, or left out. Of what somebody sends nothing is said to be
 * required, since what may be left out there is for its reader to know, and nothing to be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribedMembers implements OASFilter {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
  private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
  private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
  private static final String OURS = "io.caseclock.";
  private static final String NAMED = "#/components/schemas/";

  private final Map<String, List<ClassInfo>> records;

  public DescribedMembers(IndexView index) {
    records =
        index.getKnownClasses().stream()
            .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
            .collect(Collectors.groupingBy(ClassInfo::simpleName));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      return;
    }
    var schemas = document.getComponents().getSchemas();
    var sent = reached(bodies(document), schemas);
    var answered = reached(answers(document), schemas);
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null && (answered.contains(name) || !sent.contains(name))) {
            mark(name, schema, !sent.contains(name));
          }
        });
  }

  private void mark(String name, Schema schema, boolean isAnswer) {
    var members = schema.getProperties();
    var candidates = candidates(name, members.keySet());
    if (candidates.isEmpty()) {
      return;
    }
    for (var member : new TreeSet<>(members.keySet())) {
      if (!candidates.stream().allMatch(type -> isSet(members(type), member))) {
        schema.addProperty(member, orNull(Objects.requireNonNull(members.get(member), member)));
      } else if (isAnswer) {
        schema.addRequired(member);
      }
    }
  }

  /**
   * The scanner tells classes of one name apart by a number behind it. Where several have these
   * very members, what is null in one of them is not always there.
   */
  private List<ClassInfo> candidates(String name, Set<String> members) {
    return Optional.ofNullable(records.get(name))
        .or(() -> Optional.ofNullable(records.get(withoutNumber(name))))
        .orElseGet(() -> generic(name))
        .stream()
        .filter(type -> members(type).keySet().equals(members))
        .toList();
  }

  /** Behind the name of a generic record the scanner writes that of what it is made of. */
  private List<ClassInfo> generic(String name) {
    return records.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(type -> !type.typeParameters().isEmpty())
        .toList();
  }

  private static Schema orNull(Schema schema) {
    if (schema.getType() == null || schema.getEnumeration() != null) {
      var nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
      return OASFactory.createSchema().addAnyOf(schema).addAnyOf(nothing);
    }
    return schema.getType().contains(Schema.SchemaType.NULL)
        ? schema
        : schema.addType(Schema.SchemaType.NULL);
  }

  private static String withoutNumber(String name) {
    return name.replaceFirst("[0-9]+$", "");
  }

  /** What a record has in JSON: its components, and those of one that is unwrapped into it. */
  private Map<String, RecordComponentInfo> members(ClassInfo type) {
    Map<String, RecordComponentInfo> members = new HashMap<>();
    for (var component : type.recordComponents()) {
      if (component.hasAnnotation(UNWRAPPED)) {
        unwrapped(component).forEach(inner -> members.putAll(members(inner)));
      } else {
        members.put(written(component), component);
      }
    }
    return members;
  }

  private Stream<ClassInfo> unwrapped(RecordComponentInfo component) {
    var name = component.type().name();
    return records.getOrDefault(name.withoutPackagePrefix(), List.of()).stream()
        .filter(type -> type.name().equals(name));
  }

  /** Its own name where no other is given. */
  private static String written(RecordComponentInfo component) {
    var given = component.annotation(PROPERTY);
    return given == null || given.value() == null ? component.name() : given.value().asString();
  }

  private static boolean isSet(Map<String, RecordComponentInfo> members, String member) {
    var component = Objects.requireNonNull(members.get(member), member);
    return !component.type().hasAnnotation(NULLABLE)
        && !component.hasAnnotation(NULLABLE)
        && !component.type().name().equals(OPTIONAL);
  }

  /** The names of the schemas to which these lead. */
  private static Set<String> reached(List<Schema> roots, Map<String, Schema> schemas) {
    Set<String> names = new HashSet<>();
    Deque<Schema> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      var schema = open.pop();
      var ref = schema.getRef();
      if (ref != null && names.add(ref.substring(NAMED.length()))) {
        Optional.ofNullable(schemas.get(ref.substring(NAMED.length()))).ifPresent(open::push);
      }
      below(schema).forEach(open::push);
    }
    return names;
  }

  private static List<Schema> bodies(OpenAPI document) {
    return schemas(
        operations(document)
            .map(Operation::getRequestBody)
            .filter(Objects::nonNull)
            .map(RequestBody::getContent));
  }

  private static List<Schema> answers(OpenAPI document) {
    return schemas(
        operations(document)
            .map(Operation::getResponses)
            .filter(Objects::nonNull)
            .flatMap(responses -> responses.getAPIResponses().values().stream())
            .map(APIResponse::getContent));
  }

  private static Stream<Operation> operations(OpenAPI document) {
    return Stream.ofNullable(document.getPaths())
        .flatMap(paths -> paths.getPathItems().values().stream())
        .flatMap(path -> path.getOperations().values().stream());
  }

  private static List<Schema> schemas(Stream<Content> contents) {
    return contents
        .filter(Objects::nonNull)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .map(MediaType::getSchema)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<Schema> below(Schema schema) {
    return Stream.of(
            Stream.ofNullable(schema.getProperties()).flatMap(all -> all.values().stream()),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
            Stream.ofNullable(schema.getAnyOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getOneOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getAllOf()).flatMap(List::stream))
        .flatMap(each -> each);
  }
}
