package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.LinearGraph;
import dev.rampart.classifiers.onnx.LinearTable;
import dev.rampart.classifiers.text.RowIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions of ONNX Runtime, one for each device that the model runs on. */
public final class OrtBackend implements Backend {
  private final Manifest manifest;
  private final List<OrtSession> sessions;
  private final String device;
  private final String fallback;
  private final @Nullable RowIndex rows;
  private final Optional<LinearModel> linear;

  /**
   * What a model is opened from.
   *
   * @param graphs bytes of its graphs
   * @param rows of a model that reads hashed n-grams
   * @param linear its numbers where it is linear
   */
  public record Files(Graphs graphs, @Nullable RowIndex rows, Optional<LinearModel> linear) {
    /**
     * Files as they are, except that a linear text model is opened with its weights on the grid on
     * which sums do not depend on their order: the same text gets the same bits in any batch.
     */
    public static Files of(Graphs graphs, @Nullable RowIndex rows) {
      LinearTable table =
          rows == null || !graphs.own().isEmpty() ? null : LinearGraph.read(graphs.usual());
      if (table == null || rows == null || table.rows() != rows.rows()) {
        return new Files(graphs, rows, Optional.empty());
      }
      LinearModel linear = new LinearModel(rows, table.onGrid());
      return new Files(
          new Graphs(LinearGraph.bytes(linear.table()), Map.of()), rows, Optional.of(linear));
    }
  }

  private OrtBackend(Manifest manifest, SessionOpener.Opened opened, Files files) {
    this.manifest = manifest;
    this.sessions = opened.sessions();
    this.device = opened.device();
    this.fallback = opened.fallback();
    this.rows = files.rows();
    this.linear = files.linear();
  }

  /** Opens the sessions where the manifest wants them. */
  public static OrtBackend open(Manifest manifest, Files files) throws OrtException {
    return new OrtBackend(manifest, opener(manifest, files).open(manifest.device()), files);
  }

  /** Opens a session on the CPU because of this. */
  public static OrtBackend openOnCpu(Manifest manifest, Files files, String why)
      throws OrtException {
    return new OrtBackend(manifest, opener(manifest, files).onCpu(why), files);
  }

  private static SessionOpener opener(Manifest manifest, Files files) {
    return new SessionOpener(files.graphs(), manifest.placement().devices());
  }

  /** The session of the first device; all are made of the same graph. */
  public OrtSession session() {
    return sessions.get(0);
  }

  @Override
  public ModelRunner runner(Encoder encoder, int worker) {
    OrtSession session = sessions.get(worker % sessions.size());
    if (encoder instanceof TextEncoder text && rows != null) {
      return new HashedTextRunner(manifest, session, rows, text);
    }
    if (encoder instanceof PieceEncoder pieces) {
      return new TransformerRunner(manifest, session, pieces);
    }
    return new VectorRunner(manifest, session, (VectorEncoder) encoder);
  }

  @Override
  public Optional<LinearModel> linear() {
    return linear;
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public String fallback() {
    return fallback;
  }

  @Override
  public void close() {
    for (OrtSession session : sessions) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("closing " + manifest.id(), e);
      }
    }
  }
}
