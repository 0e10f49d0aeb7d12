// Read the state of a camera
// Install: apt install libcurl4-openssl-dev
// Run: cc digest.c -o digest -lcurl && CAMERA_USER=... CAMERA_PASSWORD=... ./digest

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  const char *names[] = {"CAMERA_USER", "CAMERA_PASSWORD"};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    if (!getenv(names[i])) {
      fprintf(stderr, "%s is not set\n", names[i]);
      return 1;
    }
  }

  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, "https://camera.example.com/api/v1/state", 0);
  curl_url_set(url, CURLUPART_QUERY, "fields=zoom,focus", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_DIGEST);
  curl_easy_setopt(curl, CURLOPT_USERNAME, getenv("CAMERA_USER"));
  curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("CAMERA_PASSWORD"));
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
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
  return failed;
}
