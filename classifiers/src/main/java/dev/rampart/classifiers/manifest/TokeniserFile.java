package dev.rampart.classifiers.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code tokenizer.json} as Hugging Face's tokenizers library writes it, where it is of the
 * kind that this program tokenises: WordPiece over lower-case text.
 */
final class TokeniserFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokeniserFile() {}

  /**
   * The pieces in the order of their numbers.
   *
   * @throws IllegalArgumentException with what was found and what is allowed
   */
  static List<String> pieces(Path file) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    JsonNode model = root.path("model");
    require("model.type", model.path("type").asText("nothing"), "WordPiece");
    require(
        "normalizer.lowercase",
        root.path("normalizer").path("lowercase").asText("nothing"),
        "true");
    require(
        "model.continuing_subword_prefix",
        model.path("continuing_subword_prefix").asText("##"),
        "##");
    return inOrder(model.path("vocab"));
  }

  private static void require(String field, String found, String allowed) {
    if (!found.equals(allowed)) {
      throw new IllegalArgumentException(
          "%s: found %s, allowed %s".formatted(field, found, allowed));
    }
  }

  private static List<String> inOrder(JsonNode vocabulary) {
    @Nullable String[] pieces = new String[vocabulary.size()];
    vocabulary
        .properties()
        .forEach(
            piece -> {
              int number = piece.getValue().asInt(-1);
              if (number < 0 || number >= pieces.length || pieces[number] != null) {
                throw new IllegalArgumentException(
                    "model.vocab: found number %s, allowed each from 0 to %d once"
                        .formatted(piece.getValue(), pieces.length - 1));
              }
              pieces[number] = piece.getKey();
            });
    return Arrays.stream(pieces).map(String::valueOf).toList();
  }
}
