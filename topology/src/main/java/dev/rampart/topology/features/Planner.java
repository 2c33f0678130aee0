package dev.rampart.topology.features;

import dev.rampart.actions.rule.EventCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compiles features that were checked into a {@link Plan}, sharing what can be shared. */
final class Planner {
  private static final Rule NO_VALUE = (cells, event, values) -> Double.NaN;

  private static final SlotSpec PAIRS = new SlotSpec(SlotKind.PAIRS, "", "", 0);

  private final FeatureCatalogue catalogue;
  private final List<FeatureDefinition> features;
  private final EntityKind kind;
  private final List<String> names;
  private final List<List<SlotSpec>> needs;
  private final List<SlotSpec> specs;
  private final List<String> conditions = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Tiling> tilings = new ArrayList<>();

  /**
   * @param kind whose features are kept, an account's pairs with it; those of other kinds have no
   *     value
   */
  Planner(FeatureCatalogue catalogue, EntityKind kind) {
    this.catalogue = catalogue;
    this.features = catalogue.features();
    this.kind = kind;
    names = catalogue.names();
    SlotNeeds slotNeeds = new SlotNeeds();
    needs = features.stream().map(feature -> needs(slotNeeds, feature)).toList();
    specs = needs.stream().flatMap(List::stream).distinct().sorted().toList();
  }

  private List<SlotSpec> needs(SlotNeeds slotNeeds, FeatureDefinition feature) {
    if (feature.entity() == kind) {
      return slotNeeds.of(feature);
    }
    return isOfPairs(feature) ? List.of(PAIRS) : List.of();
  }

  private boolean isOfPairs(FeatureDefinition feature) {
    return kind == EntityKind.AUTHOR && feature.entity() == EntityKind.RECIPIENT_PAIR;
  }

  Plan plan() {
    features.stream()
        .filter(feature -> feature.entity() == kind && feature.aggregate() == Aggregate.VALUE)
        .map(FeatureDefinition::value)
        .filter(value -> !numbers.contains(value))
        .forEach(numbers::add);
    Slot[] slots = specs.stream().map(this::slot).toArray(Slot[]::new);
    return new Plan(
        catalogue,
        slots,
        new Inputs(filters(), eventNumbers(), eventTexts(), tilings.toArray(Tiling[]::new)),
        places().mapToObj(this::rule).toArray(Rule[]::new),
        features.stream().mapToDouble(FeatureDefinition::otherwise).toArray(),
        totals(),
        places().filter(place -> !isTotal(place)).toArray());
  }

  private Totals totals() {
    return new Totals(
        places().filter(this::isTotal).toArray(),
        places()
            .filter(this::isTotal)
            .map(place -> specs.indexOf(needs.get(place).get(0)))
            .toArray());
  }

  private boolean isTotal(int place) {
    FeatureDefinition feature = features.get(place);
    return feature.entity() == kind
        && (feature.aggregate() == Aggregate.COUNT || feature.aggregate() == Aggregate.SUM);
  }

  private IntStream places() {
    return IntStream.range(0, features.size());
  }

  private Slot slot(SlotSpec spec) {
    int tiles = spec.kind().tiled() ? Tiling.of(spec.windowMillis()).count() : 0;
    return new Slot(
        spec,
        spec.fingerprint(),
        spec.kind().tiled() ? place(tilings, Tiling.of(spec.windowMillis())) : -1,
        place(conditions, spec.where()),
        valuePlace(spec),
        tiles);
  }

  /** A storage that another feature feeds reads nothing from the event. */
  private int valuePlace(SlotSpec spec) {
    if (Expressions.Kind.TEXT.accepts(spec.value())) {
      return place(texts, spec.value());
    }
    return Expressions.field(spec.value()).isPresent() ? place(numbers, spec.value()) : -1;
  }

  private static <T> int place(List<T> list, T item) {
    if (!list.contains(item)) {
      list.add(item);
    }
    return list.indexOf(item);
  }

  private EventCondition[] filters() {
    return conditions.stream().map(Conditions::checked).toArray(EventCondition[]::new);
  }

  private EventNumber[] eventNumbers() {
    return numbers.stream()
        .map(value -> EventNumber.in(Expressions.field(value).orElseThrow()))
        .toArray(EventNumber[]::new);
  }

  private EventText[] eventTexts() {
    return texts.stream().map(EventText::in).toArray(EventText[]::new);
  }

  private Rule rule(int place) {
    FeatureDefinition feature = features.get(place);
    if (isOfPairs(feature)) {
      return Rules.ofPair(
          specs.indexOf(PAIRS),
          catalogue.of(EntityKind.RECIPIENT_PAIR).names().indexOf(feature.name()));
    }
    if (feature.entity() != kind) {
      return NO_VALUE;
    }
    if (feature.aggregate() == Aggregate.VALUE) {
      return Rules.ofNumber(numbers.indexOf(feature.value()));
    }
    int[] slots = needs.get(place).stream().mapToInt(specs::indexOf).toArray();
    return Rules.of(feature, slots, feature.of().stream().mapToInt(names::indexOf).toArray());
  }
}
