package dev.rampart.ops.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rampart.ops.cli.CommandFailure;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads {@code rampart.yml}. Whatever is wrong comes out as one {@link CommandFailure} that lists
 * all problems, each with file, line, field, what was found and what is allowed. Texts may hold
 * {@code ${env:NAME}} and {@code ${file:PATH}}, so that secrets stay out of the file.
 */
public final class ConfigurationReader {
  private static final Validator VALIDATOR = Validators.newValidator();

  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param environment where {@code ${env:NAME}} is looked up
   */
  public ConfigurationReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The configuration in {@code file}. */
  public RampartConfiguration read(Path file) {
    String text = text(file);
    ConfigurationProblems problems = new ConfigurationProblems(file);
    try {
      YamlLines lines = YamlLines.of(text);
      RampartConfiguration configuration = parse(text, problems);
      problems.addViolations(VALIDATOR.validate(configuration), lines);
      new CertificateFiles(
              (field, problem) -> problems.add(lines.lineOf(field), field + ": " + problem))
          .check(configuration);
      problems.throwIfAny();
      return configuration;
    } catch (JacksonException broken) {
      problems.addBroken(broken);
      throw problems.failure();
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private RampartConfiguration parse(String text, ConfigurationProblems problems)
      throws IOException {
    ObjectMapper mapper = Jackson.newObjectMapper(new YAMLFactory());
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.addHandler(new ProblemCollector(problems));
    SimpleModule secrets = new SimpleModule("secrets");
    secrets.addDeserializer(String.class, new SecretText(environment, problems));
    mapper.registerModule(secrets);
    RampartConfiguration configuration = mapper.readValue(text, RampartConfiguration.class);
    return configuration == null ? new RampartConfiguration() : configuration;
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.isBlank() ? "{}" : text;
    } catch (NoSuchFileException missing) {
      throw CommandFailure.wrongUsage(file + ": no such file", missing);
    } catch (CharacterCodingException binary) {
      throw CommandFailure.wrongUsage(file + ": is no text in UTF-8", binary);
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(file + ": cannot be read", unreadable);
    }
  }
}
