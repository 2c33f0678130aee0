package dev.rampart.classifiers.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class BuffersTest {
  @Test
  void shouldUseOneTensorForEveryRunWithAShapeAndSeeWhatIsWrittenToItsMemory() throws OrtException {
    try (InputBuffer buffer = InputBuffer.ofLongs(12)) {
      OnnxTensor tensor = buffer.tensor(2, 3);
      buffer.longs().put(4, 77);
      assertThat(buffer.tensor(2, 3)).isSameAs(tensor);
      assertThat(buffer.tensor(3, 2)).isNotSameAs(tensor);
      assertThat(((long[][]) tensor.getValue())[1][1]).isEqualTo(77);
    }
  }

  @Test
  void shouldReadTheRowsThatARunWroteIntoTheirPlaces() throws OrtException {
    try (ScoreBuffer buffer = new ScoreBuffer(4, 2)) {
      OnnxTensor tensor = buffer.tensor(2);
      assertThat(buffer.tensor(2)).isSameAs(tensor);
      tensor.getBufferRef().ifPresent(memory -> ((FloatBuffer) memory).put(3, 0.5f));
      float[] out = new float[8];
      buffer.read(1, out, 2);
      assertThat(out).containsExactly(0, 0, 0, 0, 0, 0.5f, 0, 0);
    }
  }
}
