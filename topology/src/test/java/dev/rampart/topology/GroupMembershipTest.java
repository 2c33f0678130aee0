package dev.rampart.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.junit.jupiter.api.Test;

class GroupMembershipTest {
  @Test
  void shouldLeaveSoThatOthersGoOnAtOnce() {
    assertThat(GroupMembership.whenStopping(Map.of("client.id", "one")))
        .isEqualTo(GroupMembershipOperation.LEAVE_GROUP);
  }

  @Test
  void shouldKeepThePlaceOfAnInstanceThatComesBackUnderItsName() {
    assertThat(GroupMembership.whenStopping(Map.of("group.instance.id", "rampart-0")))
        .isEqualTo(GroupMembershipOperation.REMAIN_IN_GROUP);
    assertThat(GroupMembership.whenStopping(Map.of("main.consumer.group.instance.id", "rampart-0")))
        .isEqualTo(GroupMembershipOperation.REMAIN_IN_GROUP);
  }
}
