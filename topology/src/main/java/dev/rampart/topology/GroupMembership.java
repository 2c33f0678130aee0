package dev.rampart.topology;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What an instance that stops does about its group. One that has a name of its own ({@code
 * group.instance.id}) is expected back within the session's time-out and keeps its partitions until
 * then; any other leaves, so that its partitions go on elsewhere at once.
 */
final class GroupMembership {
  private static final String NAME = CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG;

  private GroupMembership() {}

  static GroupMembershipOperation whenStopping(Map<String, String> properties) {
    boolean named =
        properties.containsKey(NAME)
            || properties.containsKey(StreamsConfig.consumerPrefix(NAME))
            || properties.containsKey(StreamsConfig.mainConsumerPrefix(NAME));
    return named ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
  }
}
