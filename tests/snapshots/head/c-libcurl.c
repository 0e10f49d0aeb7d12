// Look at a download before fetching it
// Install: apt install libcurl4-openssl-dev
// Run: cc head.c -o head -lcurl && ./head

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://downloads.example.net/releases/2.10/engine.tar.gz");
  curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  struct curl_slist *headers = curl_slist_append(NULL, "Accept: application/gzip");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  char *answer = NULL;
  size_t size = 0;
  FILE *memory = open_memstream(&answer, &size);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, memory);
  CURLcode result = curl_easy_perform(curl);
  fclose(memory);

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  int failed = 1;
  if (result != CURLE_OK) {
    fprintf(stderr, "%s\n", curl_easy_strerror(result));
  } else if (status >= 300) {
    fprintf(stderr, "HTTP %ld %s\n", status, location ? location : answer);
  } else {
    fwrite(answer, 1, size, stdout);
    failed = 0;
  }
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
