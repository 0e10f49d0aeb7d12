// Ask a GraphQL API
// Install: apt install libcurl4-openssl-dev nlohmann-json3-dev
// Run: g++ -std=c++17 graphql.cpp -o graphql -lcurl && CODE_TOKEN=... ./graphql

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

int main() try {
  const char* code_token = std::getenv("CODE_TOKEN");
  if (!code_token) throw std::runtime_error("CODE_TOKEN is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, "https://code.example.com/graphql");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl.get(), CURLOPT_XOAUTH2_BEARER, code_token);
  curl_slist* list = curl_slist_append(nullptr, "Content-Type: application/json");
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, curl_slist_free_all);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  const char* body = R"({
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
})";
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
  const curl_write_callback receive = [](char* bytes, size_t size, size_t count, void* user) {
    static_cast<std::string*>(user)->append(bytes, size * count);
    return size * count;
  };
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  const CURLcode result = curl_easy_perform(curl.get());

  if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  char* location = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    throw std::runtime_error("HTTP " + std::to_string(status) + " " + (location ? location : answer));
  }
  std::cout << nlohmann::json::parse(answer).at("/data/repository/issues/nodes"_json_pointer) << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
