package dev.rampart.ops.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which {@code ${env:NAME}} and {@code ${file:PATH}} stand for what lies there. */
final class SecretText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  private final transient Map<String, String> environment;
  private final transient ConfigurationProblems problems;

  SecretText(Map<String, String> environment, ConfigurationProblems problems) {
    super(String.class);
    this.environment = environment;
    this.problems = problems;
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text == null) {
      return "";
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(resolve(reference, parser)));
  }

  private String resolve(MatchResult reference, JsonParser parser) {
    String name = reference.group(2);
    return reference.group(1).equals("env")
        ? environmentValue(name, parser)
        : content(name, parser);
  }

  private String environmentValue(String name, JsonParser parser) {
    String value = environment.get(name);
    if (value == null) {
      problems.add(parser, "the environment variable " + name + " is not set");
      return "";
    }
    return value;
  }

  private String content(String file, JsonParser parser) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException unreadable) {
      problems.add(parser, "the file " + file + " cannot be read");
      return "";
    }
  }
}
