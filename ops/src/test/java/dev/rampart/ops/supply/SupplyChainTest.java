package dev.rampart.ops.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SupplyChainTest {
  private static final Path LIST = Project.ops("THIRD-PARTY.md");
  private static final Path WRITTEN = Project.ops("target/THIRD-PARTY.md");

  private static LicenceRules rules = new LicenceRules(Set.of(), Set.of(), Map.of());
  private static List<Library> listed = List.of();
  private static Set<String> delivered = Set.of();

  @BeforeAll
  static void read() throws IOException {
    rules = LicenceRules.of(Project.yaml(Project.ops("licences.yml")));
    listed = ThirdPartyList.read(Files.readString(LIST));
    delivered = new TreeSet<>(DeliveredLibraries.names());
    delivered.addAll(names(ConsoleLibraries.libraries()));
    assumeThat(delivered).as("the CUDA build").noneMatch(name -> name.contains("_gpu "));
  }

  @Test
  void shouldDeliverOnlyWhatHasAnAllowedLicence() {
    assertThat(names(listed))
        .anyMatch(name -> name.startsWith("org.apache.kafka:kafka-streams "))
        .anyMatch(name -> name.startsWith("npm:preact "));
    assertThat(listed.stream().flatMap(library -> rules.problem(library).stream())).isEmpty();
  }

  @Test
  void shouldListEverythingThatIsDelivered() {
    assertThat(names(listed))
        .as("ops/THIRD-PARTY.md, which docs/supply-chain.md says how to write")
        .isEqualTo(delivered);
  }

  @Test
  void shouldListTheLicencesThatTheBillOfMaterialsNames() throws IOException {
    List<Library> billed = new ArrayList<>(BillOfMaterials.libraries());
    billed.addAll(ConsoleLibraries.libraries());
    assumeThat(names(billed)).as("made offline, without a new bill").isEqualTo(delivered);
    Files.writeString(WRITTEN, ThirdPartyList.of(billed, rules));
    assertThat(LIST)
        .as("look at what has changed, then: cp ops/target/THIRD-PARTY.md ops/")
        .hasSameTextualContentAs(WRITTEN);
  }

  @Test
  void shouldHaveTheFilesOfTheConsoleAsTheirListSays() throws Exception {
    Map<String, String> listed = ConsoleLibraries.checksums();
    for (String name : files(ConsoleLibraries.FOLDER)) {
      assertThat(listed)
          .containsEntry(name, sha256(Files.readAllBytes(ConsoleLibraries.FOLDER.resolve(name))));
    }
  }

  private static Set<String> names(List<Library> libraries) {
    return libraries.stream().map(Library::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.txt"))
          .collect(Collectors.toSet());
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
