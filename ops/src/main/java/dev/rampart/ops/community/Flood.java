package dev.rampart.ops.community;

/** One account writes faster than anybody reads. */
final class Flood implements Scenario {
  private final Account author;
  private int left;

  Flood(int size, Scene scene) {
    this.author = scene.population().guild().member(scene.random());
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    String text = author.home().talk().sentence("flood", scene.random());
    return scene.message(author, author.home(), text, AbuseKind.FLOOD);
  }
}
