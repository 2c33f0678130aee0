package dev.rampart.ops.drawing;

import dev.rampart.ops.drawing.Drawing.Arrow;
import dev.rampart.ops.drawing.Drawing.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a topology from left to right as one SVG document that needs nothing else: nodes with the
 * topics that they read or write, the stores under their processors.
 */
public final class SvgWriter {
  private static final int COLUMN = 210;
  private static final int ROW = 92;
  private static final int MARGIN = 30;
  private static final int WIDTH = 140;
  private static final int HEIGHT = 34;
  private static final int LINE = 15;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
      <title>Topology</title>
      <style>
      text{font:12px sans-serif;text-anchor:middle;fill:#1c2733}
      .small{font-size:11px;fill:#5b6b7b}
      rect{fill:#eaf1f8;stroke:#3c6e9f;rx:6}
      path{fill:none;stroke:#7b8b9b;stroke-width:1.2;marker-end:url(#tip)}
      </style>
      <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
      <polygon points="0,0 8,4 0,8" fill="#7b8b9b"/></marker></defs>
      """;

  private final Drawing drawing;
  private final Map<String, String> counts;
  private final int rows;
  private final Map<String, Place> places = new HashMap<>();
  private final StringBuilder svg = new StringBuilder();

  private SvgWriter(Drawing drawing, Map<String, String> counts) {
    this.drawing = drawing;
    this.counts = counts;
    this.rows = drawing.layers().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Upper left corner of a box. */
  private record Place(int x, int y) {}

  /** The topology alone. */
  static String write(Drawing drawing) {
    return write(drawing, Map.of());
  }

  /**
   * The topology with a line under each node that has one.
   *
   * @param counts line by name of the node
   */
  public static String write(Drawing drawing, Map<String, String> counts) {
    return new SvgWriter(drawing, counts).write();
  }

  private String write() {
    int width = 2 * MARGIN + (drawing.layers().size() - 1) * COLUMN + WIDTH;
    svg.append(HEAD.formatted(width, 2 * MARGIN + rows * ROW));
    for (int layer = 0; layer < drawing.layers().size(); layer++) {
      place(layer, drawing.layers().get(layer));
    }
    drawing.arrows().forEach(this::draw);
    drawing.layers().forEach(layer -> layer.forEach(this::draw));
    return svg.append("</svg>").toString();
  }

  /** A layer with fewer boxes than the fullest stands in the middle. */
  private void place(int layer, List<Box> boxes) {
    int top = MARGIN + (rows - boxes.size()) * ROW / 2;
    for (int row = 0; row < boxes.size(); row++) {
      places.put(boxes.get(row).name(), new Place(MARGIN + layer * COLUMN, top + row * ROW));
    }
  }

  private void draw(Arrow arrow) {
    Place from = at(arrow.from());
    Place to = at(arrow.to());
    int x = from.x() + WIDTH;
    int y = from.y() + HEIGHT / 2;
    int end = to.y() + HEIGHT / 2;
    int bend = (COLUMN - WIDTH) / 2;
    svg.append(
        "<path d=\"M%d %dC%d %d %d %d %d %d\"/>%n"
            .formatted(x, y, x + bend, y, to.x() - bend, end, to.x(), end));
  }

  private void draw(Box box) {
    Place place = at(box.name());
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n"
            .formatted(place.x(), place.y(), WIDTH, HEIGHT));
    text("", place, HEIGHT / 2 + 4, box.name());
    int below = HEIGHT + LINE;
    for (String line : notes(box)) {
      text(" class=\"small\"", place, below, line);
      below += LINE;
    }
  }

  private List<String> notes(Box box) {
    List<String> notes = new ArrayList<>();
    String count = counts.get(box.name());
    if (count != null) {
      notes.add(count);
    }
    box.reads().stream().sorted().map(topic -> "reads " + topic).forEach(notes::add);
    box.stores().stream().sorted().map(store -> "state " + store).forEach(notes::add);
    box.writes().stream().sorted().map(topic -> "writes " + topic).forEach(notes::add);
    return notes;
  }

  private void text(String style, Place place, int down, String words) {
    svg.append(
        "<text%s x=\"%d\" y=\"%d\">%s</text>%n"
            .formatted(style, place.x() + WIDTH / 2, place.y() + down, escaped(words)));
  }

  private Place at(String name) {
    return java.util.Objects.requireNonNull(places.get(name), name);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
