package dev.rampart.ops.deadletters;

import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of the installation: reads on where it stopped whenever it is asked, and keeps
 * the newest {@value #MOST} of each partition without their bytes. Safe for use by many threads,
 * one at a time.
 */
public final class LetterDesk implements AutoCloseable {
  /** Letters of a partition that are listed. */
  static final int MOST = 50_000;

  /** How long a redrive waits to see what comes back. */
  public static final Duration SETTLE_LIMIT = Duration.ofSeconds(5);

  private final Map<String, Object> client;
  private final String applicationId;
  private final String topic;
  private final LetterOpener opener;
  private final Duration settleLimit;
  private final LetterTable table = new LetterTable(MOST);
  private @Nullable LetterTopic letters;
  private volatile long waitingLately = -1;

  /**
   * @param settleLimit how long a redrive waits for what it sent to be processed
   */
  public LetterDesk(
      Map<String, Object> client,
      String applicationId,
      Topics topics,
      SchemaRegistry registry,
      Duration settleLimit) {
    this.client = Map.copyOf(client);
    this.applicationId = applicationId;
    this.topic = topics.deadLetters();
    this.settleLimit = settleLimit;
    this.opener = new LetterOpener(topics, registry);
  }

  /** Letters that wait: those that were not sent again. */
  public synchronized long waiting() {
    return current().waiting();
  }

  /** To be called every few seconds: notes how many letters wait. */
  public void look() {
    waitingLately = waiting();
  }

  /** How many letters waited at the last look; empty before the first. Never waits itself. */
  public OptionalLong waitingLately() {
    return waitingLately < 0 ? OptionalLong.empty() : OptionalLong.of(waitingLately);
  }

  /** By stage and cause, the largest group first. */
  public synchronized List<LetterGroup> groups() {
    return current().groups();
  }

  /**
   * Some letters, the newest first.
   *
   * @param cause null for any
   * @param skipped letters to leave out at the beginning
   */
  public synchronized List<Letter> list(@Nullable String cause, int skipped, int limit) {
    return current().list(Optional.ofNullable(cause)).stream().skip(skipped).limit(limit).toList();
  }

  /**
   * A letter with what is in it; the caller has written the audit.
   *
   * @throws ProblemException 404 where there is none
   */
  public synchronized ShownLetter show(LetterPlace place) {
    Letter letter =
        current()
            .at(place)
            .orElseThrow(() -> ProblemException.notFound("no dead letter at " + place));
    return topic().at(List.of(place)).stream()
        .findFirst()
        .map(record -> opener.open(letter, record))
        .orElseThrow(() -> ProblemException.notFound("no dead letter at " + place + " any more"));
  }

  /** What {@link #redrive} would do. */
  public synchronized Redrive rehearse(LetterChoice choice) {
    List<Letter> chosen = choice.of(current());
    List<Letter> good = chosen.stream().filter(this::canGoBack).toList();
    return new Redrive(true, chosen.size(), 0, chosen.size() - good.size(), 0, problems(chosen));
  }

  /**
   * Sends letters again, each of them once, and waits a little to see which come back; the caller
   * has written the audit.
   *
   * @throws ProblemException 409 where somebody else sends letters at this moment
   */
  public synchronized Redrive redrive(LetterChoice choice)
      throws ExecutionException, InterruptedException {
    try (Redriver redriver = new Redriver(client, applicationId, settleLimit)) {
      List<Letter> chosen = choice.of(current());
      List<LetterPlace> sent =
          redriver.send(chosen.stream().filter(this::canGoBack).toList(), topic());
      LetterTable after = current();
      return new Redrive(
          false,
          chosen.size(),
          sent.size(),
          chosen.size() - sent.size(),
          sent.stream().filter(after::cameBack).count(),
          problems(chosen));
    } catch (ProducerFencedException | InvalidProducerEpochException overtaken) {
      throw ProblemException.conflict(
          "somebody else sends dead letters again; look, and try again");
    }
  }

  private boolean canGoBack(Letter letter) {
    return opener.isInput(letter.topic());
  }

  private List<String> problems(List<Letter> chosen) {
    Set<String> topics = new TreeSet<>();
    chosen.stream()
        .filter(letter -> !canGoBack(letter))
        .forEach(letter -> topics.add(letter.topic()));
    return topics.stream()
        .map(name -> "a letter from '%s' cannot go back: that is no input topic".formatted(name))
        .toList();
  }

  private LetterTable current() {
    topic().readOn(table::add);
    return table;
  }

  private LetterTopic topic() {
    LetterTopic open = letters;
    if (open == null) {
      open = new LetterTopic(client, topic);
      letters = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (letters != null) {
      letters.close();
    }
  }
}
