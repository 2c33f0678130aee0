package dev.rampart.classifiers;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model version: the two folder names under the repository.
 *
 * @param name such as {@code toxicity}
 * @param version such as {@code 1}
 */
public record ModelId(String name, String version) {
  private static final String AND = "+";

  /** How models that run together are called: {@code scam+spam/1+2} for instance. */
  public static ModelId together(List<ModelId> models) {
    return new ModelId(joined(models, ModelId::name), joined(models, ModelId::version));
  }

  private static String joined(List<ModelId> models, Function<ModelId, String> part) {
    return models.stream().map(part).collect(Collectors.joining(AND));
  }

  /** Whether this is that model, or models that run together with it among them. */
  public boolean covers(ModelId model) {
    String[] names = name.split(Pattern.quote(AND), -1);
    String[] versions = version.split(Pattern.quote(AND), -1);
    return IntStream.range(0, Math.min(names.length, versions.length))
        .anyMatch(i -> names[i].equals(model.name()) && versions[i].equals(model.version()));
  }

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
