package dev.rampart.ops.replay;

import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Topics that a replay makes for itself; closing removes them, and the changelogs with them. */
final class OwnTopics implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final short BROKER_DEFAULT = -1;
  private static final Duration REMOVE_LIMIT = Duration.ofSeconds(20);

  private final Map<String, Object> client;
  private final String id;

  private OwnTopics(Map<String, Object> client, String id) {
    this.client = client;
    this.id = id;
  }

  /**
   * Creates the topics.
   *
   * @param id what the names of all of them, and of the changelogs, begin with
   */
  static OwnTopics create(Map<String, Object> client, Topics topics, String id) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, BROKER_DEFAULT);
    }
    return new OwnTopics(client, id);
  }

  @Override
  public void close() throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(client)) {
      List<String> own =
          admin.listTopics().names().get(REMOVE_LIMIT.toSeconds(), TimeUnit.SECONDS).stream()
              .filter(name -> name.startsWith(id))
              .toList();
      admin.deleteTopics(own).all().get(REMOVE_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
