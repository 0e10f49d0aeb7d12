// Upload a photo
// Install: apt install libcurl4-openssl-dev nlohmann-json3-dev
// Run: g++ -std=c++17 upload.cpp -o upload -lcurl && PHOTOS_TOKEN=... ./upload

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

int main() try {
  const char* photos_token = std::getenv("PHOTOS_TOKEN");
  if (!photos_token) throw std::runtime_error("PHOTOS_TOKEN is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, "https://photos.example.org/albums/summer-2025/photos");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl.get(), CURLOPT_XOAUTH2_BEARER, photos_token);
  const std::unique_ptr<curl_mime, decltype(&curl_mime_free)> form(curl_mime_init(curl.get()), curl_mime_free);
  curl_mimepart* part = curl_mime_addpart(form.get());
  curl_mime_name(part, "caption");
  curl_mime_data(part, "Sunset at the \"Blue Lagoon\"", CURL_ZERO_TERMINATED);
  part = curl_mime_addpart(form.get());
  curl_mime_name(part, "visibility");
  curl_mime_data(part, "friends", CURL_ZERO_TERMINATED);
  part = curl_mime_addpart(form.get());
  curl_mime_name(part, "photo");
  curl_mime_filedata(part, "sunset.jpg");
  curl_mime_type(part, "image/jpeg");
  curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, form.get());
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
  std::cout << nlohmann::json::parse(answer)["url"].get<std::string>() << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
