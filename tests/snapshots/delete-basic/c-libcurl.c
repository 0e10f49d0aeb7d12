// Delete a user's key
// Install: apt install libcurl4-openssl-dev
// Run: cc delete-basic.c -o delete-basic -lcurl && ADMIN_USER=... ADMIN_PASSWORD=... ./delete-basic

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  const char *names[] = {"ADMIN_USER", "ADMIN_PASSWORD"};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    if (!getenv(names[i])) {
      fprintf(stderr, "%s is not set\n", names[i]);
      return 1;
    }
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29");
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "DELETE");
  curl_easy_setopt(curl, CURLOPT_USERNAME, getenv("ADMIN_USER"));
  curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("ADMIN_PASSWORD"));
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
  curl_easy_cleanup(curl);
  return failed;
}
