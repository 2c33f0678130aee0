package dev.rampart.ops.community;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.schemas.json.EventLine;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code community}: a generated community as files, for {@code replay} and for training. */
@Command(
    name = "community",
    description =
        "Writes the events of a generated community to a file that replay reads, and what each of"
            + " them really is to another. The same options give the same bytes.")
public final class CommunityCommand extends RampartCommand {
  @Option(
      names = "--events-file",
      paramLabel = "FILE.jsonl",
      required = true,
      description = "Where the events go.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path eventsFile;

  @Option(
      names = "--truth",
      paramLabel = "FILE.jsonl",
      required = true,
      description = "Where the truth goes: {\"event_id\": …, \"kind\": …}.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path truth;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Chooses the community. Default: ${DEFAULT-VALUE}")
  private long seed = 42;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many events. Default: ${DEFAULT-VALUE}")
  private int events = 100_000;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      defaultValue = "2026-11-01T00:00:00Z",
      description = "Event time that no event passes. Default: ${DEFAULT-VALUE}")
  private String end = "";

  @Override
  protected ExitCode run(Output output) throws IOException {
    require("--events", events, 1, 50_000_000);
    Community community = new Community(new CommunitySettings(seed, events, end()));
    try (Writer lines = Files.newBufferedWriter(eventsFile);
        Writer kinds = Files.newBufferedWriter(truth)) {
      while (community.hasNext()) {
        CommunityEvent event = community.next();
        lines.append(line(event).text()).append('\n');
        kinds.append(
            "{\"event_id\": \"%s\", \"kind\": \"%s\"}\n".formatted(event.eventId(), event.truth()));
      }
    }
    Map<AbuseKind, Long> counts = community.truth().counts();
    output.result(counts, () -> "wrote %,d events: %s".formatted(events, counts));
    return ExitCode.DONE;
  }

  private Instant end() {
    try {
      return Instant.parse(end);
    } catch (DateTimeParseException wrong) {
      throw CommandFailure.wrongUsage(
          "--end: found '%s', allowed is a time like 2026-11-01T00:00:00Z".formatted(end));
    }
  }

  private static EventLine line(CommunityEvent event) {
    return event instanceof CommunityEvent.Message message
        ? new EventLine.Message(message.record())
        : new EventLine.User(((CommunityEvent.User) event).record());
  }
}
