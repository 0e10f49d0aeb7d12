// QwQ-32B chat completion
// Install: apt install libcurl4-openssl-dev libjson-c-dev
// Run: cc qwq-32b-stream.c -o qwq-32b-stream -lcurl -ljson-c && MKEAI_API_KEY=... ./qwq-32b-stream

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stream {
  char *text;
  size_t size, at;
  bool done;
};

static size_t receive(char *bytes, size_t size, size_t count, void *user) {
  struct stream *stream = user;
  stream->text = realloc(stream->text, stream->size + size * count + 1);
  if (!stream->text) abort();
  memcpy(stream->text + stream->size, bytes, size * count);
  stream->size += size * count;
  stream->text[stream->size] = '\0';
  char *last = stream->text, *line = stream->text + stream->at, *end;
  for (; (end = strchr(line, '\n')); line = end + 1) {
    if (strncmp(line, "data:", 5) != 0) continue;
    last = line;
    char *data = line + (line[5] == ' ' ? 6 : 5);
    data[strcspn(data, "\r\n")] = '\0';
    stream->done = strcmp(data, "[DONE]") == 0;
    if (stream->done) break;
    struct json_object *event = json_tokener_parse(data), *text = NULL;
    if (json_pointer_get(event, "/choices/0/delta/content", &text) == 0 && text) {
      fputs(json_object_get_string(text), stdout);
    }
    if (json_pointer_get(event, "/choices/0/delta/reasoning_content", &text) == 0 && text) {
      fputs(json_object_get_string(text), stderr);
    }
    json_object_put(event);
    fflush(stdout);
  }
  stream->at = line - last;
  stream->size -= last - stream->text;
  memmove(stream->text, last, stream->size + 1);
  return size * count;
}

int main(void) {
  if (!getenv("MKEAI_API_KEY")) {
    fputs("MKEAI_API_KEY is not set\n", stderr);
    return 1;
  }

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.mkeai.com/v1/chat/completions");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, getenv("MKEAI_API_KEY"));
  struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] =
      "{\n"
      "  \"model\": \"QwQ-32B\",\n"
      "  \"messages\": [{\"role\": \"user\", \"content\": \"你好\"}],\n"
      "  \"stream\": true\n"
      "}";
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
  int failed = 1;
  if (status >= 300) {
    fprintf(stderr, "HTTP %ld %s\n", status, location ? location : stream.text);
  } else if (stream.done) {
    failed = 0;
  } else {
    fprintf(stderr, "%s\n%s\n",
            result != CURLE_OK ? curl_easy_strerror(result) : "The stream ended unexpectedly.", stream.text);
  }
  free(stream.text);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
