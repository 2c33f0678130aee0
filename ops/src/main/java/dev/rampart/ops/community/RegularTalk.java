package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes on when nothing special does; it never ends. */
final class RegularTalk implements Scenario {
  private static final int RECENT = 256;

  private final CommunityEvent.Message[] recent = new CommunityEvent.Message[RECENT];
  private int written;

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    Guild guild = scene.population().guild();
    Account author = guild.member(scene.random());
    int dice = scene.random().nextInt(1000);
    if (dice < 30) {
      return activity(scene, author, guild);
    }
    if (dice < 80) {
      String text = guild.talk().sentence("regular", scene.random());
      return scene.direct(author, guild.member(scene.random()), text, AbuseKind.NONE);
    }
    return remember(message(scene, author, guild, dice));
  }

  private static CommunityEvent activity(Scene scene, Account account, Guild guild) {
    Account other = guild.member(scene.random());
    return switch (scene.random().nextInt(8)) {
      case 0 -> scene.user(UserEventKind.PROFILE_CHANGE, account, null, null, AbuseKind.NONE);
      case 1 -> scene.user(UserEventKind.LEAVE_GUILD, account, guild, null, AbuseKind.NONE);
      case 2 -> scene.user(UserEventKind.FRIEND_REQUEST, account, null, other, AbuseKind.NONE);
      case 3 -> scene.user(UserEventKind.REPORTED, account, null, other, AbuseKind.NONE);
      default -> scene.user(UserEventKind.LOGIN, account, null, null, AbuseKind.NONE);
    };
  }

  private CommunityEvent message(Scene scene, Account author, Guild guild, int dice) {
    if (dice < 250) {
      CommunityEvent.@Nullable Message earlier = recent[scene.random().nextInt(RECENT)];
      if (earlier != null) {
        return reply(scene, author, guild, earlier);
      }
    }
    String section = dice > 965 ? "lookalike" : "regular";
    String text = guild.talk().sentence(section, scene.random());
    return scene.message(author, guild, text, AbuseKind.NONE);
  }

  private static CommunityEvent reply(
      Scene scene, Account author, Guild guild, CommunityEvent.Message earlier) {
    return scene.message(
        author,
        guild,
        guild.talk().sentence("reply", scene.random()),
        List.of(earlier.accountId()),
        earlier.eventId(),
        AbuseKind.NONE);
  }

  private CommunityEvent remember(CommunityEvent event) {
    if (event instanceof CommunityEvent.Message message) {
      recent[written++ % RECENT] = message;
    }
    return event;
  }
}
