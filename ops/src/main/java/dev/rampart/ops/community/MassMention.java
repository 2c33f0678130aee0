package dev.rampart.ops.community;

import java.util.ArrayList;
import java.util.List;

/** One account calls dozens of members, again and again. */
final class MassMention implements Scenario {
  private final Guild guild;
  private final Account author;
  private int left;

  MassMention(int size, Scene scene) {
    this.guild = scene.population().guild();
    this.author =
        scene.oneIn(2)
            ? guild.member(scene.random())
            : scene.population().farm(1, scene.now(), guild).get(0);
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    String text = guild.talk().sentence("massmention", scene.random());
    return scene.message(author, guild, text, everyone(scene), null, AbuseKind.MASS_MENTION);
  }

  private List<String> everyone(Scene scene) {
    int size = 15 + scene.random().nextInt(40);
    List<String> mentions = new ArrayList<>(size);
    for (int mention = 0; mention < size; mention++) {
      mentions.add(guild.member(scene.random()).id());
    }
    return mentions;
  }
}
