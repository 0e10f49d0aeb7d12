// Ask a private model, with a user name that is no secret
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc digest-json-stream.c -o digest-json-stream -lcurl -ljson-c && MODEL_PASSWORD=... ./digest-json-stream

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stream {
  char *text;
  size_t at;
  bool done;
};

static size_t receive(char *bytes, size_t size, size_t count, void *user) {
  struct stream *stream = user;
  stream->text = realloc(stream->text, strlen(stream->text) + size * count + 1);
  if (!stream->text) abort();
  strncat(stream->text, bytes, size * count);
  char *last = stream->text, *line = last + stream->at, *end;
  for (; (end = strchr(line, '\n')); line = end + 1) {
    if (strncmp(line, "data:", 5) != 0) continue;
    last = line;
    const char *data = line + (line[5] == ' ' ? 6 : 5);
    stream->done = strncmp(data, "[DONE]", 6) == 0;
    if (stream->done) break;
    struct json_object *event = json_tokener_parse(data), *text = NULL;
    if (json_pointer_get(event, "/text", &text) == 0 && text) {
      fputs(json_object_get_string(text), stdout);
    }
    json_object_put(event);
    fflush(stdout);
  }
  stream->at = line - last;
  memmove(stream->text, last, strlen(last) + 1);
  return size * count;
}

int main(void) {
  if (!getenv("MODEL_PASSWORD")) {
    fputs("MODEL_PASSWORD is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://model.example.com/v1/chat");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_DIGEST);
  curl_easy_setopt(curl, CURLOPT_USERNAME, "admin");
  curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("MODEL_PASSWORD"));
  struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] = "{\"prompt\": \"Say “hello”\", \"stream\": true}";
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 120L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  struct stream stream = {.text = calloc(1, 1)};
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &stream);
  CURLcode result = curl_easy_perform(curl);

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    fprintf(stderr, "HTTP %ld %s\n", status, location ? location : stream.text);
  } else if (!stream.done) {
    const char *reason = result == CURLE_OK ? "The stream ended unexpectedly." : curl_easy_strerror(result);
    fprintf(stderr, "%s\n%s\n", reason, stream.text);
  }
  free(stream.text);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return status >= 300 || !stream.done;
}
