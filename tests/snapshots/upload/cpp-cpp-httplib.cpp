// Upload a photo
// Install: apt install libcpp-httplib-dev nlohmann-json3-dev
// Run: g++ -std=c++17 upload.cpp -o upload -lcpp-httplib && PHOTOS_TOKEN=... ./upload

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <system_error>

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int main() try {
  const char* photos_token = std::getenv("PHOTOS_TOKEN");
  if (!photos_token) throw std::runtime_error("PHOTOS_TOKEN is not set");

  httplib::Client client("https://photos.example.org");
  client.set_connection_timeout(30);
  client.set_read_timeout(30);
  client.set_bearer_token_auth(photos_token);
  const httplib::MultipartFormDataItems form = {
      {"caption", "Sunset at the \"Blue Lagoon\"", "", ""},
      {"visibility", "friends", "", ""},
      {"photo", read_file("sunset.jpg"), "sunset.jpg", "image/jpeg"},
  };
  const auto response = client.Post("/albums/summer-2025/photos", form);

  if (!response) throw std::runtime_error(httplib::to_string(response.error()));
  if (response->status >= 300) {
    const std::string location = response->get_header_value("Location");
    throw std::runtime_error("HTTP " + std::to_string(response->status) + " " + location + response->body);
  }
  std::cout << nlohmann::json::parse(response->body)["url"].get<std::string>() << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
