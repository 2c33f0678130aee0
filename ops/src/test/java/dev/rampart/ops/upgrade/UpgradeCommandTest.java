package dev.rampart.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeCommandTest {
  @TempDir private Path folder;

  @Test
  void shouldNameTheFolderThatHoldsNoBuild() {
    CommandLineRun run = CommandLineRun.of(new Main(), "upgrade", "--from", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--from: found no build in " + folder);
  }

  @Test
  void shouldRefuseALoadThatEndsBeforeTheUpgrade() {
    CommandLineRun run = CommandLineRun.of(new Main(), "upgrade", "--events", "1000");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--events: found 1000 at --rate 1500");
  }
}
