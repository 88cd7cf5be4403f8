package org.evenhand.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a request that never became an operation is told: the shape of GraphQL's own errors. */
@Component
class HttpFaults extends DefaultErrorAttributes {

  private final Messages messages;

  HttpFaults(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Object status = super.getErrorAttributes(request, options).get("status");
    HttpStatus known =
        status instanceof Integer code
            ? HttpStatus.resolve(code)
            : HttpStatus.INTERNAL_SERVER_ERROR;
    String code = known == null || known.is5xxServerError() ? "INTERNAL_ERROR" : known.name();
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", messages.say("http." + code, Map.of()));
    error.put("extensions", Map.of("code", code));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("errors", List.of(error));
    return answer;
  }
}
