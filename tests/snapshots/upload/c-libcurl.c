// Upload a photo
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc upload.c -o upload -lcurl -ljson-c && PHOTOS_TOKEN=... ./upload

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  if (!getenv("PHOTOS_TOKEN")) {
    fputs("PHOTOS_TOKEN is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://photos.example.org/albums/summer-2025/photos");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, getenv("PHOTOS_TOKEN"));
  curl_mime *form = curl_mime_init(curl);
  curl_mimepart *part = curl_mime_addpart(form);
  curl_mime_name(part, "caption");
  curl_mime_data(part, "Sunset at the \"Blue Lagoon\"", CURL_ZERO_TERMINATED);
  part = curl_mime_addpart(form);
  curl_mime_name(part, "visibility");
  curl_mime_data(part, "friends", CURL_ZERO_TERMINATED);
  part = curl_mime_addpart(form);
  curl_mime_name(part, "photo");
  curl_mime_filedata(part, "sunset.jpg");
  curl_mime_type(part, "image/jpeg");
  curl_easy_setopt(curl, CURLOPT_MIMEPOST, form);
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
  } else if (json_pointer_get(json, "/url", &value) != 0 || !value) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_get_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_mime_free(form);
  curl_easy_cleanup(curl);
  return failed;
}
