// QwQ-32B chat completion
// Install: apt install libcurl4-openssl-dev
// Run: cc qwq-32b-stream.c -o qwq-32b-stream -lcurl && MKEAI_API_KEY=... ./qwq-32b-stream
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
  char *bytes;
  size_t size;
};

struct stream {
  CURL *curl;
  struct text line, data;
  bool after_cr, done;
};

static void append(struct text *text, const char *bytes, size_t size) {
  text->bytes = realloc(text->bytes, text->size + size + 1);
  if (!text->bytes) abort();
  memcpy(text->bytes + text->size, bytes, size);
  text->size += size;
  text->bytes[text->size] = '\0';
}

static void end_line(struct stream *stream) {
  struct text *line = &stream->line, *data = &stream->data;
  if (line->size == 0 && data->size > 0) {
    stream->done = strcmp(data->bytes, "[DONE]\n") == 0;
    if (!stream->done) fwrite(data->bytes, 1, data->size, stdout);
    fflush(stdout);
    data->size = 0;
  } else if (line->size > 0) {
    const char *field = line->bytes;
    if (strncmp(field, "\xef\xbb\xbf", 3) == 0) field += 3;
    if (strncmp(field, "data", 4) == 0 && (field[4] == ':' || field[4] == '\0')) {
      const char *value = field[4] == ':' ? field + 5 : field + 4;
      if (*value == ' ') value++;
      append(data, value, strlen(value));
      append(data, "\n", 1);
    }
  }
  line->size = 0;
}

static size_t receive(char *bytes, size_t size, size_t count, void *user) {
  struct stream *stream = user;
  long status = 0;
  curl_easy_getinfo(stream->curl, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 300) return fwrite(bytes, size, count, stderr);
  for (size_t i = 0; i < count && !stream->done; i++) {
    if (bytes[i] != '\r' && bytes[i] != '\n') {
      append(&stream->line, &bytes[i], 1);
    } else if (bytes[i] == '\r' || !stream->after_cr) {
      end_line(stream);
    }
    stream->after_cr = bytes[i] == '\r';
  }
  return stream->done ? 0 : count;
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
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] =
      "{"
      "  \"model\": \"QwQ-32B\","
      "  \"messages\": [{\"role\": \"user\", \"content\": \"你好\"}],"
      "  \"stream\": true"
      "}";
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 30L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);

  struct stream stream = {.curl = curl};
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &stream);
  CURLcode result = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    fprintf(stderr, "\nHTTP status %ld %s\n", status, location ? location : "");
  } else if (!stream.done) {
    fprintf(stderr, "%s\n", result == CURLE_OK ? "The stream ended unexpectedly." : curl_easy_strerror(result));
  }
  bool failed = !stream.done;
  free(stream.line.bytes);
  free(stream.data.bytes);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
