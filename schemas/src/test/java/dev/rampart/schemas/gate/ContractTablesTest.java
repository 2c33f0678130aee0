package dev.rampart.schemas.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractTablesTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- records: written by ContractTablesTest -->\n";
  private static final String END = "<!-- end of records -->\n";

  @Test
  void shouldDescribeInTheReadmeWhatTheContractsSay() throws Exception {
    String checkedIn = Files.readString(README);
    String expected =
        checkedIn.substring(0, checkedIn.indexOf(BEGIN) + BEGIN.length())
            + "\n"
            + ContractTables.of(Contracts.current().values())
            + "\n"
            + END;
    if (Boolean.getBoolean("rampart.readme.write")) {
      Files.writeString(README, expected);
    }

    assertThat(Files.readString(README))
        .as("schemas/README.md; -Drampart.readme.write=true writes it anew")
        .isEqualTo(expected);
  }
}
