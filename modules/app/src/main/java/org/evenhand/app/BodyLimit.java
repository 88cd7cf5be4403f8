package org.evenhand.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request to the API needs more than this; a larger one is not read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyLimit extends OncePerRequestFilter {

  private static final int MOST_BYTES = 512 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/graphql");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      refuse(response);
      return;
    }
    if (request.getContentLengthLong() >= 0) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(response);
      return;
    }
    chain.doFilter(new WithBody(request, body), response);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    response.setContentType("application/json");
    response.setHeader("Connection", "close");
    response
        .getOutputStream()
        .write(
            ("{\"errors\":[{\"message\":\"The request is too large: at most "
                    + MOST_BYTES
                    + " bytes.\",\"extensions\":{\"code\":\"REQUEST_TOO_LARGE\"}}]}")
                .getBytes(StandardCharsets.UTF_8));
  }

  /** The request again, once its body was read to see how large it is. */
  private static final class WithBody extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    WithBody(HttpServletRequest request, byte[] content) {
      super(request);
      var bytes = new ByteArrayInputStream(content);
      body =
          new ServletInputStream() {
            @Override
            public int read() {
              return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
              return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
              return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
              return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
              throw new IllegalStateException("requests are read on a thread of their own");
            }
          };
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }
}
