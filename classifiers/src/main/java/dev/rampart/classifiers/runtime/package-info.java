/**
 * ONNX Runtime behind buffers: sessions on a device, requests encoded once for all models that read
 * alike, and batches written to and read from memory that a worker owns. Everything native is
 * counted and closed here, because closing a session that runs ends the process.
 */
@NullMarked
package dev.rampart.classifiers.runtime;

import org.jspecify.annotations.NullMarked;
