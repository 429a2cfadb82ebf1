package io.caseclock.intake.accept.rest;

import static io.caseclock.rest.DescribedProblems.ofType;
import static io.caseclock.rest.DescribedProblems.reference;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.caseclock.rest.DescribedProblems;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the one operation that is three methods, none of which takes or gives a record. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DescribedEvents implements OASFilter {

  private static final String PATH = "/api/v1/events";
  private static final String EVENT = "Event";
  private static final String RECEIPT = "EventReceipt";
  private static final String RESULTS = "EventResults";

  /** What a client does with each is in docs/integration.md. */
  private static final Map<String, String> REFUSALS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("400", "It cannot be read, or breaks its schema; see violations"),
              Map.entry("401", "Nobody known sends it: get a new token"),
              Map.entry("403", "The unit, the source or the case is not the sender's"),
              Map.entry("408", "It came too slowly"),
              Map.entry("409", "The same id came with other content before"),
              Map.entry("413", "An event has more than 256 KiB, a batch more than 1,000 events"),
              Map.entry("415", "None of the three content types"),
              Map.entry("422", "Unknown type or unit, a time ahead, or a rule refuses it"),
              Map.entry("429", "More than the sender's share"),
              Map.entry("503", "Away for a moment; nothing was half done")));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Optional.ofNullable(document.getPaths())
        .map(paths -> paths.getPathItem(PATH))
        .ifPresent(
            path -> {
              var described = Optional.ofNullable(path.getPOST()).orElse(createOperation());
              path.setPOST(described(described));
              document
                  .getComponents()
                  .addSchema(EVENT, event())
                  .addSchema(RECEIPT, receipt())
                  .addSchema(RESULTS, results());
            });
  }

  private static Operation described(Operation operation) {
    var event = reference(EVENT);
    var batch =
        ofType(SchemaType.ARRAY).items(reference(EVENT)).maxItems(EventParser.LARGEST_BATCH);
    var data = ofType(SchemaType.OBJECT).description("the data; the attributes are headers ce-…");
    var responses =
        createAPIResponses()
            .addAPIResponse("200", known())
            .addAPIResponse("202", json("Accepted: it is kept for good", reference(RECEIPT)))
            .addAPIResponse("207", json("A batch of which some are refused", reference(RESULTS)));
    responses.setDefaultValue(DescribedProblems.answer(DescribedProblems.OTHERWISE));
    REFUSALS.forEach((status, text) -> responses.addAPIResponse(status, refusal(status, text)));
    return operation
        .summary("Takes what happened, as CloudEvents")
        .description(
            "One event, structured or in binary mode, or a batch of up to 1,000. The schema of each"
                + " type is at GET /api/v1/event-types/{type}.")
        .requestBody(
            createRequestBody()
                .required(true)
                .content(
                    createContent()
                        .addMediaType(EventResource.STRUCTURED, createMediaType().schema(event))
                        .addMediaType(EventResource.BATCH, createMediaType().schema(batch))
                        .addMediaType(MediaType.APPLICATION_JSON, createMediaType().schema(data))))
        .responses(responses);
  }

  private static APIResponse known() {
    return json(
        "The event was accepted before, or each of the batch is accepted or was",
        createSchema().anyOf(List.of(reference(RECEIPT), reference(RESULTS))));
  }

  private static APIResponse refusal(String status, String text) {
    var answer = DescribedProblems.answer(text + ".");
    return status.equals("429") || status.equals("503")
        ? answer.addHeader(
            HttpHeaders.RETRY_AFTER,
            createHeader().description("seconds").schema(ofType(SchemaType.INTEGER)))
        : answer;
  }

  private static APIResponse json(String text, Schema schema) {
    return createAPIResponse()
        .description(text + ".")
        .content(
            createContent()
                .addMediaType(MediaType.APPLICATION_JSON, createMediaType().schema(schema)));
  }

  private static Schema event() {
    return ofType(SchemaType.OBJECT)
        .description("A CloudEvent 1.0; the schema of its type says what its data holds.")
        .addProperty("specversion", text().addEnumeration("1.0"))
        .addProperty("id", text().description("unique for ever within the source"))
        .addProperty("source", text().description("such as urn:precinct:9901"))
        .addProperty("type", text().description("one of GET /api/v1/event-types"))
        .addProperty("subject", text().description("such as case/A9901000000888001"))
        .addProperty("time", text().format("date-time"))
        .addProperty("data", ofType(SchemaType.OBJECT))
        .required(List.of("specversion", "id", "source", "type", "subject", "time", "data"))
        .additionalPropertiesBoolean(true);
  }

  private static Schema receipt() {
    return ofType(SchemaType.OBJECT)
        .addProperty("source", text())
        .addProperty("id", text())
        .addProperty("caseId", text())
        .addProperty("status", text().addEnumeration("accepted").addEnumeration("duplicate"))
        .addProperty("acceptedAt", text().format("date-time"))
        .addProperty("receipt", text().description("the path where it can be read again"))
        .required(List.of("source", "id", "caseId", "status", "acceptedAt", "receipt"));
  }

  private static Schema results() {
    var result =
        ofType(SchemaType.OBJECT)
            .addProperty("index", ofType(SchemaType.INTEGER).description("from 0, in the batch"))
            .addProperty("source", text())
            .addProperty("id", text())
            .addProperty(
                "status",
                text()
                    .addEnumeration("accepted")
                    .addEnumeration("duplicate")
                    .addEnumeration("conflict")
                    .addEnumeration("refused"))
            .addProperty("problem", reference(DescribedProblems.PROBLEM))
            .required(List.of("index", "status"));
    return ofType(SchemaType.OBJECT)
        .addProperty("results", ofType(SchemaType.ARRAY).items(result))
        .required(List.of("results"));
  }

  private static Schema text() {
    return ofType(SchemaType.STRING);
  }
}
