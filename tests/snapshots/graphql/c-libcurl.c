// Ask a GraphQL API
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc graphql.c -o graphql -lcurl -ljson-c && CODE_TOKEN=... ./graphql

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  if (!getenv("CODE_TOKEN")) {
    fputs("CODE_TOKEN is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://code.example.com/graphql");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, getenv("CODE_TOKEN"));
  struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] =
      "{\n"
      "  \"query\": \"query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\\n  repository(owner: $owner, name: $name) {\\n    issues(first: $count, states: [OPEN]) {\\n      nodes { number title }\\n    }\\n  }\\n}\\n\",\n"
      "  \"variables\": {\"owner\": \"ada\", \"name\": \"engine\", \"count\": 2}\n"
      "}";
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
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
  } else if (json_pointer_get(json, "/data/repository/issues/nodes", &value) != 0) {
    fprintf(stderr, "%s\n", answer);
  } else {
    puts(json_object_to_json_string(value));
    failed = 0;
  }
  json_object_put(json);
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
