package dev.rampart.ops.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The description of the API: as the resources say it, and as it is checked in. */
final class Contract {
  static final Path FILE = Path.of(System.getProperty("rampart.root"), "ops", "openapi.yaml");

  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  private Contract() {}

  /**
   * An operation of the checked-in file.
   *
   * @param permission empty where everybody may, without a token
   */
  record Endpoint(String method, String path, Optional<String> permission) {}

  /** All operations of the checked-in file. */
  static List<Endpoint> endpoints() throws IOException {
    JsonNode paths = new YAMLMapper().readTree(Files.readString(FILE)).path("paths");
    return paths.properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(operation -> endpoint(path.getKey(), operation)))
        .toList();
  }

  private static Endpoint endpoint(String path, Map.Entry<String, JsonNode> operation) {
    JsonNode permission = operation.getValue().get(ContractExtension.PERMISSION);
    return new Endpoint(
        operation.getKey().toUpperCase(Locale.ROOT),
        path,
        Optional.ofNullable(permission).map(JsonNode::asText));
  }

  /** The description as the resources say it. */
  static String generated() {
    ModelConverters.getInstance().addConverter(new ModelResolver(JsonFormat.mapper()));
    OpenAPIExtensions.setExtensions(extensions());
    OpenAPI api = new Reader(frame()).read(resources());
    api.setPaths(sorted(api.getPaths()));
    api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(Contract::nameAnswers);
    return Yaml.pretty(api);
  }

  private static List<OpenAPIExtension> extensions() {
    List<OpenAPIExtension> extensions = new ArrayList<>(OpenAPIExtensions.getExtensions());
    extensions.removeIf(ContractExtension.class::isInstance);
    extensions.add(0, new ContractExtension());
    return extensions;
  }

  private static OpenAPI frame() {
    SecurityScheme scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER);
    Components components =
        new Components().addSecuritySchemes(BEARER, scheme).addResponses(PROBLEM, problem());
    ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
    return new OpenAPI()
        .info(new Info().title("Rampart").version("1").description("The ops service of Rampart."))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .components(components);
  }

  private static ApiResponse problem() {
    Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description("Why the call was not done")
        .content(
            new Content()
                .addMediaType(Problem.MEDIA_TYPE.toString(), new MediaType().schema(schema)));
  }

  private static Paths sorted(Paths paths) {
    Paths sorted = new Paths();
    new TreeMap<>(paths).forEach(sorted::addPathItem);
    return sorted;
  }

  /** The generator calls the answer of a method {@code default}; ours is that of a problem. */
  private static void nameAnswers(Operation operation) {
    ApiResponses answers = new ApiResponses();
    operation
        .getResponses()
        .forEach(
            (status, answer) ->
                answers.addApiResponse(
                    status.equals(ApiResponses.DEFAULT) ? "200" : status, named(answer)));
    answers.addApiResponse(
        ApiResponses.DEFAULT, new ApiResponse().$ref("#/components/responses/" + PROBLEM));
    operation.setResponses(answers);
  }

  private static ApiResponse named(ApiResponse answer) {
    return "default response".equals(answer.getDescription()) ? answer.description("Done") : answer;
  }

  private static Set<Class<?>> resources() {
    Set<Class<?>> resources = new LinkedHashSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rampart.ops")
            .stream()
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .sorted(Comparator.comparing(JavaClass::getName))
            .forEach(type -> resources.add(type.reflect()));
    return resources;
  }
}
