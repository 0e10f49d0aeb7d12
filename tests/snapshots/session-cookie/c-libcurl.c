// Read a cart with a session cookie
// Install: apt install libcurl4-openssl-dev
// Run: cc session-cookie.c -o session-cookie -lcurl && SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie
#define _GNU_SOURCE
#include <curl/curl.h>
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
  struct curl_slist *headers = NULL;
  if (asprintf(&text, "Cookie: session=%s; device=%s; prefs=currency=EUR+tax/incl==", getenv("SHOP_SESSION"), getenv("SHOP_DEVICE")) < 0) abort();
  headers = curl_slist_append(headers, text);
  free(text);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
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
