// QwQ-32B chat completion
// Install: apt install libcurl4-openssl-dev
// Run: cc qwq-32b.c -o qwq-32b -lcurl && MKEAI_API_KEY=... ./qwq-32b
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  if (!getenv("MKEAI_API_KEY")) {
    fputs("MKEAI_API_KEY is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.mkeai.com/v1/chat/completions");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, getenv("MKEAI_API_KEY"));
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] =
      "{"
      "  \"model\": \"QwQ-32B\","
      "  \"messages\": [{\"role\": \"user\", \"content\": \"你好\"}],"
      "  \"stream\": false"
      "}";
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
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
  return failed;
}
