package io.caseclock.e2e;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Reads schemas of JSON as OpenAPI 3.1 and AsyncAPI 3 have them; formats are held, too. */
public final class JsonSchemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private JsonSchemas() {}

  /**
   * @param json the schema, with all that it refers to
   */
  public static Schema of(String json) {
    return REGISTRY.getSchema(json, InputFormat.JSON);
  }

  /** The faults of a text, which is JSON. */
  public static List<String> faults(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
