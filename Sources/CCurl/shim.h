#include <curl/curl.h>

// curl's setters are variadic, which Swift cannot call: one function for each type of value.

typedef size_t (*hub_curl_sink)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode hub_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hub_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hub_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hub_curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hub_curl_set_sink(CURL *handle, CURLoption option, hub_curl_sink sink) {
  return curl_easy_setopt(handle, option, sink);
}

static inline CURLcode hub_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
