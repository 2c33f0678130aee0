package dev.rampart.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class DamagedStateTest {
  @Test
  void shouldSeeDamageBelowTheFailureOfAThread() {
    assertThat(DamagedState.isShownBy(failure(Status.Code.Corruption))).isTrue();
    assertThat(DamagedState.isShownBy(failure(Status.Code.IOError))).isFalse();
    assertThat(DamagedState.isShownBy(new IllegalStateException("another"))).isFalse();
  }

  @Test
  void shouldStopTheInstanceInsteadOfOpeningTheSameFilesAgain() {
    FailurePolicy policy = new FailurePolicy();
    assertThat(policy.handle(failure(Status.Code.IOError)))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(policy.fatal()).isEmpty();
    assertThat(policy.handle(failure(Status.Code.Corruption)))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(policy.fatal()).isPresent();
  }

  private static Throwable failure(Status.Code code) {
    RocksDBException cause = new RocksDBException(new Status(code, Status.SubCode.None, "bad"));
    return new IllegalStateException("a thread", new ProcessorStateException("a store", cause));
  }
}
