// Read the state of a camera
// Install: apt install libcurl4-openssl-dev
// Run: g++ -std=c++17 digest.cpp -o digest -lcurl && CAMERA_USER=... CAMERA_PASSWORD=... ./digest

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

int main() try {
  const char* camera_user = std::getenv("CAMERA_USER");
  if (!camera_user) throw std::runtime_error("CAMERA_USER is not set");
  const char* camera_password = std::getenv("CAMERA_PASSWORD");
  if (!camera_password) throw std::runtime_error("CAMERA_PASSWORD is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
  curl_url_set(url.get(), CURLUPART_URL, "https://camera.example.com/api/v1/state", 0);
  curl_url_set(url.get(), CURLUPART_QUERY, "fields=zoom,focus", CURLU_APPENDQUERY | CURLU_URLENCODE);
  curl_easy_setopt(curl.get(), CURLOPT_CURLU, url.get());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_DIGEST);
  curl_easy_setopt(curl.get(), CURLOPT_USERNAME, camera_user);
  curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, camera_password);
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
  std::cout << answer;
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
