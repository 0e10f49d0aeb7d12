// Search a catalogue
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc search.c -o search -lcurl -ljson-c && ./search

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, "https://api.example.com/v1/catalogues/books/items", 0);
  curl_url_set(url, CURLUPART_QUERY, "q=café & crème", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_url_set(url, CURLUPART_QUERY, "tag=cooking", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_url_set(url, CURLUPART_QUERY, "tag=french", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_url_set(url, CURLUPART_QUERY, "limit=10", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  struct curl_slist *headers = curl_slist_append(NULL, "X-Request-Id: docs-0001");
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
  } else if (json_pointer_get(json, "/items/0/title", &value) != 0 || !value) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_get_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_slist_free_all(headers);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
  return failed;
}
