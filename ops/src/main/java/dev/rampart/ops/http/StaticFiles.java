package dev.rampart.ops.http;

import com.google.common.io.ByteStreams;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the files of one folder of the class path under {@code /}; the folder itself is its {@code
 * index.html}. What is not there is left to the API. Only names of plain letters, digits, dots,
 * dashes and underscores are looked up, so that no path leads out of the folder.
 */
public final class StaticFiles extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=utf-8");

  private final String folder;

  /**
   * @param folder of the class path, {@code /console} for instance
   */
  public StaticFiles(String folder) {
    this.folder = folder;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<byte[]> file = isRead(request) ? read(name(request)) : Optional.empty();
    if (file.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      answer(name(request), file.get(), request, response);
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static String name(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/") ? "/index.html" : path;
  }

  private Optional<byte[]> read(String name) throws IOException {
    if (!NAME.matcher(name).matches() || !TYPES.containsKey(ending(name))) {
      return Optional.empty();
    }
    try (InputStream in = StaticFiles.class.getResourceAsStream(folder + name)) {
      return in == null ? Optional.empty() : Optional.of(ByteStreams.toByteArray(in));
    }
  }

  private static void answer(
      String name, byte[] file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(TYPES.get(ending(name)));
    response.setContentLength(file.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(file);
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
