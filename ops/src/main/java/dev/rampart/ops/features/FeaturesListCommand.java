package dev.rampart.ops.features;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.topology.features.FeatureCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code features list}: the catalogue, and what it changes for stored records. */
@Command(
    name = "list",
    description =
        "Shows the features of the catalogue; with --against also what happens to the past of each"
            + " feature when this catalogue takes the place of another.")
public final class FeaturesListCommand extends RampartCommand {
  @Mixin private final CatalogueOption option = new CatalogueOption();

  @Option(
      names = "--against",
      paramLabel = "OLD",
      description = "The catalogue file whose records are stored.")
  private Optional<Path> against = Optional.empty();

  /**
   * The result.
   *
   * @param version version of the catalogue
   * @param features in the catalogue's order
   * @param changes against the other catalogue; empty without one
   */
  record Listing(String version, List<ListedFeature> features, List<ListedChange> changes) {}

  @Override
  protected ExitCode run(Output output) {
    FeatureCatalogue catalogue = option.catalogue();
    List<ListedChange> changes =
        against
            .map(old -> catalogue.changesFrom(CatalogueOption.load(old)))
            .orElse(List.of())
            .stream()
            .map(ListedChange::of)
            .toList();
    Listing listing =
        new Listing(
            catalogue.version(),
            catalogue.features().stream().map(ListedFeature::of).toList(),
            changes);
    output.result(listing, () -> ListingText.of(listing, against.isPresent()));
    return ExitCode.DONE;
  }
}
