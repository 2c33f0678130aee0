package dev.rampart.classifiers.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the public sets of spam and scams, and the benign chat that stands against them. */
final class SpamSets {
  static final List<String> VIDEOS =
      List.of("01-Psy", "02-KatyPerry", "03-LMFAO", "04-Eminem", "05-Shakira");

  private final Path root;

  SpamSets(Path root) {
    this.root = root;
  }

  List<Example> sms() {
    try {
      return Files.readAllLines(root.resolve("sms_spam/SMSSpamCollection.tsv")).stream()
          .map(line -> line.split("\t", 2))
          .map(row -> Example.of(row[1], "sms", Map.of("spam", "spam".equals(row[0]))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read sms_spam", e);
    }
  }

  /** Comments under one video. */
  List<Example> youtube(String video) {
    return CsvRows.read(root.resolve("youtube_spam/Youtube" + video + ".csv")).stream()
        .map(
            row ->
                Example.of(
                    row.get("CONTENT").replaceAll("<[^>]*>", " "),
                    "youtube",
                    Map.of("spam", "1".equals(row.get("CLASS")))))
        .toList();
  }

  /** Messages of Russian group chats. */
  List<Example> telegram() {
    return CsvRows.read(root.resolve("telegram_spam_ru/combined.csv")).stream()
        .map(
            row ->
                Example.of(
                    row.get("text"), "telegram", Map.of("spam", "spam".equals(row.get("label")))))
        .toList();
  }

  /** Posts: scam, talk of crypto currencies, clean. */
  List<Example> janitr(String split) {
    List<Example> all = new ArrayList<>();
    for (JsonNode row :
        JsonRows.lines(root.resolve("janitr_x_scam/split_2026-02-14_" + split + ".jsonl"))) {
      boolean scam = row.get("labels").toString().contains("\"scam\"");
      all.add(Example.of(row.get("text").asText(), "janitr", Map.of("scam", scam)));
    }
    return all;
  }

  /** Every so many-th message of a technical chat room over many years. */
  List<Example> chat(int step) {
    List<Example> all = new ArrayList<>();
    int count = 0;
    for (JsonNode row : JsonRows.lines(root.resolve("irc_ubuntu/irc_ubuntu.jsonl.gz"))) {
      if ("msg".equals(row.get("type").asText()) && count++ % step == 0) {
        all.add(Example.of(row.get("text").asText(), "irc", Map.of()));
      }
    }
    return all;
  }
}
