// Log in with a form
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc login-form.c -o login-form -lcurl -ljson-c && ACCOUNT_PASSWORD=... ./login-form

#define _GNU_SOURCE
#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  if (!getenv("ACCOUNT_PASSWORD")) {
    fputs("ACCOUNT_PASSWORD is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  char *text;
  char *escaped_ACCOUNT_PASSWORD = curl_easy_escape(curl, getenv("ACCOUNT_PASSWORD"), 0);
  curl_easy_setopt(curl, CURLOPT_URL, "https://accounts.example.com/login");
  if (asprintf(&text, "username=ada%%40example.com&password=%s&scope=profile&scope=orders&device=", escaped_ACCOUNT_PASSWORD) < 0) abort();
  curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, text);
  free(text);
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
  } else if (json_pointer_get(json, "/session/id", &value) != 0 || !value) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_get_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_free(escaped_ACCOUNT_PASSWORD);
  curl_easy_cleanup(curl);
  return failed;
}
