package dev.rampart.ops.bench.profile;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What processor time is used for. A stack belongs to the stage that its innermost known frame
 * names, so that a stage does not hold what it asks another one to do.
 */
public enum Stage {
  STATE_STORE("state store (RocksDB)", "^org/rocksdb/|librocksdbjni|^rocksdb::"),
  FEATURES("features", "^dev/rampart/topology/features/"),
  ENRICH(
      "enrich: records, entities, sightings",
      "^dev/rampart/topology/(enrich|entities|retention|lists)/"),
  SCORING("scoring", "^dev/rampart/classifiers/|^ai/onnxruntime/|libonnxruntime"),
  CLASSIFY("classify: hand over, wait, keep order", "^dev/rampart/topology/(classify|commit)/"),
  POLICIES("policies", "^dev/rampart/actions/(policy|rule)/|^dev/rampart/topology/decide/"),
  LEDGER("ledger and outcomes", "^dev/rampart/actions/|^dev/rampart/topology/ledger/"),
  ENCODING("decode and encode (Avro)", "^dev/rampart/schemas/|^org/apache/avro/"),
  INGEST("ingest", "^dev/rampart/topology/"),
  BROKER(
      "broker",
      "^kafka/|^org/apache/kafka/(storage|server|raft|controller|image|metadata|coordinator|network|queue|timeline|security)/"),
  CLIENTS("Kafka clients", "^org/apache/kafka/clients/"),
  STREAMS("Kafka Streams", "^org/apache/kafka/streams/"),
  COMPILER("compiler", "^CompileBroker::"),
  COLLECTOR("garbage collector", "^(G1|GC|GangWorker|WorkGang|ConcurrentGCThread|VMThread|VM_)"),
  OTHER("other", "(?!)");

  private final String label;
  private final Pattern frame;

  /**
   * @param frame finds the frames that name it
   */
  Stage(String label, String frame) {
    this.label = label;
    this.frame = Pattern.compile(frame);
  }

  /** For people. */
  public String label() {
    return label;
  }

  /**
   * The stage of a stack.
   *
   * @param frames methods and native functions, from the outermost inwards
   */
  static Stage of(List<String> frames) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      for (Stage stage : values()) {
        if (stage.frame.matcher(frames.get(i)).find()) {
          return stage;
        }
      }
    }
    return OTHER;
  }
}
