package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Api;

/** Which API a request path means, for logs that note the path but not the API. */
final class ApiPath {
  private ApiPath() {}

  /** The API by the end of the path; null when there is no path, OTHER when none is known by it. */
  static Api guess(String path) {
    if (path == null) {
      return null;
    }
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    if (bare.endsWith("/chat/completions")) {
      return Api.CHAT_COMPLETIONS;
    }
    if (bare.endsWith("/responses")) {
      return Api.RESPONSES;
    }
    if (bare.endsWith("/messages")) {
      return Api.MESSAGES;
    }
    return bare.endsWith("/embeddings") ? Api.EMBEDDINGS : Api.OTHER;
  }
}
