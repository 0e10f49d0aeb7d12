// QwQ-32B chat completion
// Install: apt install libcpp-httplib-dev nlohmann-json3-dev
// Run: g++ -std=c++17 qwq-32b.cpp -o qwq-32b -lcpp-httplib && MKEAI_API_KEY=... ./qwq-32b

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

int main() try {
  const char* mkeai_api_key = std::getenv("MKEAI_API_KEY");
  if (!mkeai_api_key) throw std::runtime_error("MKEAI_API_KEY is not set");

  httplib::Client client("https://api.mkeai.com");
  client.set_connection_timeout(120);
  client.set_read_timeout(120);
  client.set_bearer_token_auth(mkeai_api_key);
  const std::string body = R"({
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
})";
  const auto response = client.Post("/v1/chat/completions", body, "application/json");

  if (!response) throw std::runtime_error(httplib::to_string(response.error()));
  if (response->status >= 300) {
    const std::string location = response->get_header_value("Location");
    throw std::runtime_error("HTTP " + std::to_string(response->status) + " " + location + response->body);
  }
  std::cout << nlohmann::json::parse(response->body)["choices"][0]["message"]["content"].get<std::string>() << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
