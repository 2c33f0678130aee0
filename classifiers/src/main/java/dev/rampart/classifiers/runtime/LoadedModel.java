package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.text.RowIndex;
import org.jspecify.annotations.Nullable;

/**
 * A model version in memory. Whoever runs it holds a lease; the session closes when the last lease
 * ends. For any thread.
 */
public final class LoadedModel {
  private final Manifest manifest;
  private final SessionOpener.Opened opened;
  private final @Nullable RowIndex rows;
  private final Leases leases = new Leases(this::free);

  private LoadedModel(Manifest manifest, SessionOpener.Opened opened, @Nullable RowIndex rows) {
    this.manifest = manifest;
    this.opened = opened;
    this.rows = rows;
  }

  /**
   * Opens a session; the caller owns the first lease.
   *
   * @param graph bytes of {@code model.onnx}
   * @param rows of a model that reads hashed n-grams
   */
  public static LoadedModel open(Manifest manifest, byte[] graph, @Nullable RowIndex rows)
      throws OrtException {
    return new LoadedModel(manifest, SessionOpener.open(graph, manifest.device()), rows);
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Where it runs: {@code cpu}, {@code cuda} or {@code tensorrt}. */
  public String device() {
    return opened.device();
  }

  /** Why it does not run where it was wanted; empty where it does. */
  public String fallback() {
    return opened.fallback();
  }

  public OrtSession session() {
    return opened.session();
  }

  public Leases leases() {
    return leases;
  }

  /** The row index of a model that reads hashed n-grams. */
  RowIndex rows() {
    if (rows == null) {
      throw new IllegalStateException(manifest.id() + " reads no n-grams");
    }
    return rows;
  }

  private void free() {
    try {
      opened.session().close();
    } catch (OrtException e) {
      throw new IllegalStateException("closing " + manifest.id(), e);
    }
  }
}
