// Read a cart with a session cookie
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc session-cookie.c -o session-cookie -lcurl -ljson-c && SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie

#define _GNU_SOURCE
#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  const char *names[] = {"SHOP_SESSION", "SHOP_DEVICE"};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    if (!getenv(names[i])) {
      fprintf(stderr, "%s is not set\n", names[i]);
      return 1;
    }
  }

  CURL *curl = curl_easy_init();
  char *text;
  curl_easy_setopt(curl, CURLOPT_URL, "https://shop.example.com/cart?currency=EUR");
  if (asprintf(&text, "Cookie: session=%s; device=%s; prefs=currency=EUR+tax/incl==", getenv("SHOP_SESSION"), getenv("SHOP_DEVICE")) < 0) abort();
  struct curl_slist *headers = curl_slist_append(NULL, text);
  free(text);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  char *answer = NULL;
  size_t size = 0;
  FILE *memory = open_memstream(&answer, &size);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, memory);
  CURLcode result = curl_easy_perform(curl);
  fclose(memory);

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  struct json_object *json = json_tokener_parse(answer), *value = NULL;
  int failed = 1;
  if (result != CURLE_OK) {
    fprintf(stderr, "%s\n", curl_easy_strerror(result));
  } else if (status >= 300) {
    fprintf(stderr, "HTTP %ld %s\n", status, location ? location : answer);
  } else if (json_pointer_get(json, "/items/0/sku", &value) != 0 || !value) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_get_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
