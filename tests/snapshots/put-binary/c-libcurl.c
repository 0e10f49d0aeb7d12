// Replace an avatar
// Install: apt install libcurl4-openssl-dev
// Run: cc put-binary.c -o put-binary -lcurl && FILES_API_KEY=... ./put-binary
#define _GNU_SOURCE
#include <curl/curl.h>
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
  struct curl_slist *headers = NULL;
  if (asprintf(&text, "X-Api-Key: %s", getenv("FILES_API_KEY")) < 0) abort();
  headers = curl_slist_append(headers, text);
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
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  if (result != CURLE_OK) fprintf(stderr, "%s\n", curl_easy_strerror(result));
  if (status >= 300) fprintf(stderr, "HTTP status %ld %s\n", status, location ? location : "");
  int failed = result != CURLE_OK || status >= 300;
  fclose(memory);
  fwrite(answer, 1, size, failed ? stderr : stdout);
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  fclose(file);
  return failed;
}
