// QwQ-32B chat completion
// Install: apt install libcurl4-openssl-dev nlohmann-json3-dev
// Run: g++ -std=c++17 qwq-32b-stream.cpp -o qwq-32b-stream -lcurl && MKEAI_API_KEY=... ./qwq-32b-stream

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

std::string text_at(const nlohmann::json& event, const nlohmann::json::json_pointer& path) {
  return event.contains(path) && event[path].is_string() ? event[path].get<std::string>() : "";
}

int main() try {
  const char* mkeai_api_key = std::getenv("MKEAI_API_KEY");
  if (!mkeai_api_key) throw std::runtime_error("MKEAI_API_KEY is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, "https://api.mkeai.com/v1/chat/completions");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl.get(), CURLOPT_XOAUTH2_BEARER, mkeai_api_key);
  curl_slist* list = curl_slist_append(nullptr, "Content-Type: application/json");
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, curl_slist_free_all);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  const char* body = R"({
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
})";
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, 120L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  struct {
    std::string line, data;
    bool done = false;
  } stream;
  const curl_write_callback receive = [](char* bytes, size_t size, size_t count, void* user) {
    auto& [line, data, done] = *static_cast<decltype(stream)*>(user);
    for (const char c : std::string_view(bytes, size * count)) {
      if (c != '\n') {
        if (c != '\r') line += c;
        continue;
      }
      if (done || line.rfind("data:", 0) != 0) {
        data += line;
      } else if (data = line.substr(line[5] == ' ' ? 6 : 5); data == "[DONE]") {
        done = true;
      } else {
        const auto event = nlohmann::json::parse(data, nullptr, false);
        std::cout << text_at(event, "/choices/0/delta/content"_json_pointer) << std::flush;
        std::cerr << text_at(event, "/choices/0/delta/reasoning_content"_json_pointer);
      }
      line.clear();
    }
    return size * count;
  };
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &stream);
  const CURLcode result = curl_easy_perform(curl.get());

  if (!stream.done && result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  char* location = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    throw std::runtime_error("HTTP " + std::to_string(status) + " " + (location ? location : stream.data + stream.line));
  }
  if (!stream.done) throw std::runtime_error("The stream ended unexpectedly. " + stream.data + stream.line);
  std::cout << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
