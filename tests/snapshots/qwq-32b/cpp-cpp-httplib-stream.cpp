// QwQ-32B chat completion
// Install: apt install libcpp-httplib-dev nlohmann-json3-dev
// Run: g++ -std=c++17 qwq-32b-stream.cpp -o qwq-32b-stream -lcpp-httplib && MKEAI_API_KEY=... ./qwq-32b-stream

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <cstdlib>
#include <iostream>
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

  httplib::Client client("https://api.mkeai.com");
  client.set_connection_timeout(120);
  client.set_read_timeout(120);
  client.set_bearer_token_auth(mkeai_api_key);
  httplib::Request request;
  request.method = "POST";
  request.path = "/v1/chat/completions";
  request.headers = {{"Content-Type", "application/json"}};
  request.body = R"({
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
})";
  std::string line, data;
  bool done = false;
  request.content_receiver = [&](const char* bytes, size_t size, uint64_t, uint64_t) {
    for (const char c : std::string_view(bytes, size)) {
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
    return true;
  };
  const auto response = client.send(request);

  if (!done && !response) throw std::runtime_error(httplib::to_string(response.error()));
  if (!done && response->status >= 300) {
    const std::string location = response->get_header_value("Location");
    throw std::runtime_error("HTTP " + std::to_string(response->status) + " " + location + data + line);
  }
  if (!done) throw std::runtime_error("The stream ended unexpectedly. " + data + line);
  std::cout << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
