package dev.rampart.classifiers.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code cascade.yaml}: which model is asked only where another leaves a doubt. */
public final class CascadeReader {
  private final Path file;
  private final List<Problem> problems = new ArrayList<>();

  public CascadeReader(Path file) {
    this.file = file;
  }

  /**
   * The gates; none where there is no file.
   *
   * @throws ModelRefusedException with everything that is wrong with it
   */
  public List<Gate> read() {
    Object yaml = parse();
    List<Gate> gates = List.of();
    if (yaml != null) {
      YamlFields fields = new YamlFields(file.toString(), "", yaml, problems).only("cascade");
      gates = fields.each("cascade", CascadeReader::gate);
      refuseCircles(fields, gates);
    }
    if (!problems.isEmpty()) {
      throw new ModelRefusedException(Gate.FILE, problems);
    }
    return gates;
  }

  private @Nullable Object parse() {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException e) {
      problems.add(
          new Problem(file.toString(), "", "nothing that can be read", "a UTF-8 text file"));
    } catch (YAMLException e) {
      String said = String.join(" ", String.valueOf(e.getMessage()).lines().toList());
      problems.add(new Problem(file.toString(), "", said, "YAML"));
    }
    return null;
  }

  private static Gate gate(YamlFields fields) {
    fields.only("ask", "when");
    YamlFields when = fields.at("when").only("model", "scores");
    List<Gate.Doubt> doubts = new ArrayList<>();
    when.mapOf("scores", List.class, "[least, most]")
        .forEach((label, range) -> doubts.add(doubt(when, label, range)));
    return new Gate(fields.text("ask"), when.text("model"), doubts);
  }

  private static Gate.Doubt doubt(YamlFields fields, String label, List<?> range) {
    if (range.size() == 2
        && range.get(0) instanceof Number least
        && range.get(1) instanceof Number most
        && least.doubleValue() >= 0
        && least.doubleValue() <= most.doubleValue()
        && most.doubleValue() <= 1) {
      return new Gate.Doubt(label, least.doubleValue(), most.doubleValue());
    }
    fields.problem("scores." + label, range, "[least, most], rising, from 0 to 1");
    return new Gate.Doubt(label, 0, 1);
  }

  private static void refuseCircles(YamlFields fields, List<Gate> gates) {
    Map<String, String> openers = new HashMap<>();
    for (Gate gate : gates) {
      if (openers.put(gate.asked(), gate.model()) != null) {
        fields.problem("cascade", gate.asked() + " twice", "each model once");
      }
    }
    for (String asked : openers.keySet()) {
      Set<String> seen = new HashSet<>();
      String next = asked;
      while (next != null && seen.add(next)) {
        next = openers.get(next);
      }
      if (next != null) {
        fields.problem("cascade", asked + " waits for itself", "models that end the wait");
      }
    }
  }
}
