package dev.rampart.ops.deadletters;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are to be sent again: those of a cause, one by its place, or with neither all.
 *
 * @param cause null for any
 * @param place null for any
 */
public record LetterChoice(@Nullable String cause, @Nullable LetterPlace place) {
  List<Letter> of(LetterTable table) {
    List<Letter> chosen =
        place == null
            ? table.list(Optional.ofNullable(cause))
            : table.at(place).map(List::of).orElse(List.of());
    return chosen.stream()
        .filter(letter -> cause == null || cause.equals(letter.cause()))
        .filter(letter -> !letter.redriven())
        .toList();
  }
}
