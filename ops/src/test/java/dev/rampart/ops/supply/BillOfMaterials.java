package dev.rampart.ops.supply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The libraries of the CycloneDX document that the build writes. */
final class BillOfMaterials {
  private static final Path FILE = Project.ops("target/rampart/bom.json");

  private static final String OWN = "dev.rampart";

  private BillOfMaterials() {}

  /** All libraries of others; empty where the build has written no document. */
  static List<Library> libraries() throws IOException {
    if (!Files.exists(FILE)) {
      return List.of();
    }
    return items(Project.json(FILE).path("components"))
        .filter(component -> !component.path("group").asText().equals(OWN))
        .map(BillOfMaterials::library)
        .toList();
  }

  private static Library library(JsonNode component) {
    String name = component.path("group").asText() + ":" + component.path("name").asText();
    List<String> licences =
        items(component.path("licenses")).flatMap(BillOfMaterials::names).sorted().toList();
    return new Library(name, component.path("version").asText(), licences);
  }

  private static Stream<String> names(JsonNode licence) {
    if (licence.has("expression")) {
      return Stream.of(licence.path("expression").asText().split(" OR "));
    }
    JsonNode named = licence.path("license");
    return Stream.of(named.path("id").asText(named.path("name").asText()));
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
