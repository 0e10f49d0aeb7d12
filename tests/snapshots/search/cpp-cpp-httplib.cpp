// Search a catalogue
// Install: apt install libcpp-httplib-dev nlohmann-json3-dev
// Run: g++ -std=c++17 search.cpp -o search -lcpp-httplib && ./search

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

int main() try {
  httplib::Client client("https://api.example.com");
  client.set_connection_timeout(30);
  client.set_read_timeout(30);
  auto path = httplib::append_query_params(
      "/v1/catalogues/books/items",
      {{"q", "café & crème"}, {"tag", "cooking"}, {"tag", "french"}});
  path = httplib::append_query_params(path, {{"limit", "10"}});
  const httplib::Headers headers = {{"X-Request-Id", "docs-0001"}};
  const auto response = client.Get(path, headers);

  if (!response) throw std::runtime_error(httplib::to_string(response.error()));
  if (response->status >= 300) {
    const std::string location = response->get_header_value("Location");
    throw std::runtime_error("HTTP " + std::to_string(response->status) + " " + location + response->body);
  }
  std::cout << nlohmann::json::parse(response->body)["items"][0]["title"].get<std::string>() << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
