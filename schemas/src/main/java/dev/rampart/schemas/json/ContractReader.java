package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one contract from JSON, as its Avro schema says. Immutable. */
final class ContractReader<T extends SpecificRecord> {
  private final Class<T> contract;
  private final Schema schema;
  private final SpecificData model;
  private final ValueReader[] readers;

  ContractReader(Class<T> contract) {
    this.contract = contract;
    this.model = SpecificData.getForClass(contract);
    this.schema = model.getSchema(contract);
    this.readers =
        schema.getFields().stream()
            .map(f -> ValueReader.of(f.schema()))
            .toArray(ValueReader[]::new);
  }

  /**
   * @param fields by name; emptied of those that the contract has
   */
  T read(Map<String, JsonNode> fields) {
    T datum = contract.cast(SpecificData.newInstance(contract, schema));
    List<Problem> problems = new ArrayList<>();
    for (Field field : schema.getFields()) {
      datum.put(field.pos(), value(field, fields.remove(field.name()), problems));
    }
    fields.keySet().forEach(name -> problems.add(unknown(name)));
    if (!problems.isEmpty()) {
      throw new EventLineException(problems);
    }
    return datum;
  }

  private @Nullable Object value(Field field, @Nullable JsonNode found, List<Problem> problems) {
    ValueReader reader = readers[field.pos()];
    if (found != null) {
      return reader.read(field.name(), found, problems);
    }
    if (field.hasDefaultValue()) {
      return defaultOf(field);
    }
    problems.add(new Problem(field.name(), "nothing", reader.allowed() + " (required)"));
    return null;
  }

  private @Nullable Object defaultOf(Field field) {
    Object value = model.getDefaultValue(field);
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return value instanceof Map<?, ?> map ? new HashMap<>(map) : value;
  }

  private Problem unknown(String name) {
    Set<String> names = new TreeSet<>();
    schema.getFields().forEach(field -> names.add(field.name()));
    return new Problem(
        Found.shortened(name),
        "a field that " + schema.getName() + " does not have",
        String.join(", ", names));
  }
}
