package dev.rampart.ops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules, and the rules that keep each of them what it is. */
@AnalyzeClasses(
    packages = "dev.rampart",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ModuleArrowsTest {
  private static final String KAFKA = "org.apache.kafka..";
  private static final String ONNX = "ai.onnxruntime..";

  /** The benchmark holds the engine against the runtime without it. */
  private static final String BARE_LOOP = "dev.rampart.ops.bench.classifiers";

  @ArchTest
  static final ArchRule arrowsPointDownOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.rampart..")
          .layer("schemas")
          .definedBy("dev.rampart.schemas..")
          .layer("actions")
          .definedBy("dev.rampart.actions..")
          .layer("classifiers")
          .definedBy("dev.rampart.classifiers..")
          .layer("topology")
          .definedBy("dev.rampart.topology..")
          .layer("ops")
          .definedBy("dev.rampart.ops..")
          .whereLayer("ops")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("ops")
          .whereLayer("classifiers")
          .mayOnlyBeAccessedByLayers("topology", "ops")
          .whereLayer("actions")
          .mayOnlyBeAccessedByLayers("topology", "ops")
          .whereLayer("schemas")
          .mayOnlyBeAccessedByLayers("actions", "topology", "ops");

  @ArchTest
  static final ArchRule classifiersAreAPlainLibrary =
      noClasses()
          .that()
          .resideInAPackage("dev.rampart.classifiers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA, "org.apache.avro..");

  @ArchTest
  static final ArchRule actionsAreAPlainLibrary =
      noClasses()
          .that()
          .resideInAPackage("dev.rampart.actions..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA, ONNX);

  @ArchTest
  static final ArchRule onlyClassifiersKnowTheRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.rampart.classifiers..", BARE_LOOP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ONNX);

  @ArchTest
  static final ArchRule oneClassTouchesTheInternalsOfKafkaStreams =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.rampart\\.topology\\.commit\\.CommitBarrier(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.streams.processor.internals..",
              "org.apache.kafka.streams.state.internals..");

  @ArchTest static final ArchRule schemasHaveNoCircles = circleFree("schemas");

  @ArchTest static final ArchRule actionsHaveNoCircles = circleFree("actions");

  @ArchTest static final ArchRule classifiersHaveNoCircles = circleFree("classifiers");

  @ArchTest static final ArchRule topologyHasNoCircles = circleFree("topology");

  @ArchTest static final ArchRule opsHasNoCircles = circleFree("ops");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

  private static ArchRule circleFree(String module) {
    return slices().matching("dev.rampart." + module + ".(**)").should().beFreeOfCycles();
  }
}
