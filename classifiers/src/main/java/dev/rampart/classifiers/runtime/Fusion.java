package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.DeviceChoice;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.Placement;
import dev.rampart.classifiers.onnx.LinearGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Linear text models that read alike, run as one: a text's rows are looked up once, and one graph
 * gives the labels of all. The scores are those that each model gives by itself.
 */
public final class Fusion {
  private final List<LoadedModel> members;

  private Fusion(List<LoadedModel> members) {
    this.members = List.copyOf(members);
  }

  /** Those of these models that can run together, in as few groups as there are; none alone. */
  public static List<Fusion> among(List<LoadedModel> models) {
    Map<Object, List<LoadedModel>> alike =
        models.stream()
            .distinct()
            .filter(Fusion::canFuse)
            .collect(Collectors.groupingBy(Fusion::kind, Collectors.toList()));
    return alike.values().stream().filter(group -> group.size() > 1).map(Fusion::new).toList();
  }

  /** Whether nothing of a text is cut off that another member would read. */
  private static boolean canFuse(LoadedModel model) {
    return model.linear().isPresent()
        && model.manifest().input() instanceof InputSpec.HashedText text
        && text.spec().maxIds() <= model.manifest().limits().longest();
  }

  private static Object kind(LoadedModel model) {
    Manifest manifest = model.manifest();
    List<Integer> devices = manifest.placement().devices();
    return List.of(manifest.input(), manifest.limits(), model.device(), devices);
  }

  /** The models that run together. */
  public List<LoadedModel> members() {
    return members;
  }

  /** Where the labels of a member begin. */
  public int firstLabel(LoadedModel member) {
    return members.subList(0, members.indexOf(member)).stream()
        .mapToInt(before -> before.manifest().labels().size())
        .sum();
  }

  /** Opens it where the members run; the caller owns the first lease. */
  public LoadedModel open() throws OrtException {
    LinearModel fused =
        LinearModel.of(members.stream().map(LoadedModel::linear).map(Optional::get).toList());
    Graphs graphs = new Graphs(LinearGraph.bytes(fused.table()), Map.of());
    Manifest manifest = manifest();
    return new LoadedModel(
        manifest,
        OrtBackend.open(manifest, new OrtBackend.Files(graphs, fused.rows(), Optional.of(fused))));
  }

  private Manifest manifest() {
    Manifest first = members.get(0).manifest();
    List<String> labels = new ArrayList<>();
    members.forEach(member -> labels.addAll(member.manifest().labels()));
    String device = members.get(0).device().toUpperCase(Locale.ROOT);
    return new Manifest(
        ModelId.together(members.stream().map(member -> member.manifest().id()).toList()),
        first.input(),
        labels,
        first.limits(),
        new Placement(DeviceChoice.valueOf(device), first.placement().devices(), Map.of()),
        "",
        List.of(),
        Map.of(),
        List.of(),
        0,
        Map.of());
  }
}
