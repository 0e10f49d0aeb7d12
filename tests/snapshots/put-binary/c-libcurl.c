// Replace an avatar
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc put-binary.c -o put-binary -lcurl -ljson-c && FILES_API_KEY=... ./put-binary

#define _GNU_SOURCE
#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  if (!getenv("FILES_API_KEY")) {
    fputs("FILES_API_KEY is not set\n", stderr);
    return 1;
  }
  FILE *file = fopen("avatar.png", "rb");
  if (!file) {
    perror("avatar.png");
    return 1;
  }

  CURL *curl = curl_easy_init();
  char *text;
  curl_easy_setopt(curl, CURLOPT_URL, "https://files.example.org/avatars/ada");
  if (asprintf(&text, "X-Api-Key: %s", getenv("FILES_API_KEY")) < 0) abort();
  struct curl_slist *headers = curl_slist_append(NULL, text);
  free(text);
  headers = curl_slist_append(headers, "Content-Type: image/png");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  fseek(file, 0, SEEK_END);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)ftell(file));
  rewind(file);
  curl_easy_setopt(curl, CURLOPT_READDATA, file);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
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
  } else if (json_pointer_get(json, "/bytes", &value) != 0) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_to_json_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  fclose(file);
  return failed;
}
